export const stations = {
  title: '站点',
}
