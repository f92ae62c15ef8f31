export const funding = {
  title: 'Funding',
}
