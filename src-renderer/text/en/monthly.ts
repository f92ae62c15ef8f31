export const monthly = {
  title: 'Monthly report and letters',
}
