export const learning = {
  title: 'Cases and policies',
}
