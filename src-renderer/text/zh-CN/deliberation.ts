export const deliberation = {
  title: '协商议事',
}
