export const letters = {
  title: '往来公文',
}
