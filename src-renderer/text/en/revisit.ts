export const revisit = {
  title: 'Call-backs',
}
