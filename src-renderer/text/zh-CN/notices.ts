export const notices = {
  title: '告知通知',
}
