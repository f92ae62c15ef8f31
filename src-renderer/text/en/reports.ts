export const reports = {
  title: 'Figures',
}
