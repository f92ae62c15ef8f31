export const surveys = {
  title: '访问调查',
}
