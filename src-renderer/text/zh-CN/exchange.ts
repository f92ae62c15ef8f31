export const exchange = {
  title: '文件交换',
}
