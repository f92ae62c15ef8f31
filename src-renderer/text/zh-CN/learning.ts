export const learning = {
  title: '案例与政策',
}
