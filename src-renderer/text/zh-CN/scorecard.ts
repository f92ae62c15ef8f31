export const scorecard = {
  title: '单位评价',
}
