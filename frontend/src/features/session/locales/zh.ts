export default {
  signIn: { title: '登录' },
  setUp: { title: '初始化系统' },
  password: { title: '修改密码' },
};
