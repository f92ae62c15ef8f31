export const devices = {
  title: '电脑与密钥',
}
