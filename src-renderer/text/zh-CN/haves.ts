export const haves = {
  title: '四有',
}
