export const paths = { signIn: '/sign-in', setUp: '/setup', password: '/password' } as const;
