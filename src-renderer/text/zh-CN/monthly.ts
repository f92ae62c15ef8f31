export const monthly = {
  title: '月报与信函',
}
