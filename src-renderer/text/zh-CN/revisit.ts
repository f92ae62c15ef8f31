export const revisit = {
  title: '回访',
}
