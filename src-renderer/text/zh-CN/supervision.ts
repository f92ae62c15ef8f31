export const supervision = {
  title: '督查督办',
}
