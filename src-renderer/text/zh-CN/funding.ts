export const funding = {
  title: '资金台账',
}
