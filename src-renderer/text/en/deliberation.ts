export const deliberation = {
  title: 'Deliberation',
}
