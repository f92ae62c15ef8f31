export const haves = {
  title: 'Four haves',
}
