export const conflicts = {
  title: '待核对',
}
