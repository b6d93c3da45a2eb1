export const paths = {
  signIn: '/sign-in',
  /** Where the server sends the browser when the identity provider's sign-in failed. */
  refused: '/signin',
  setUp: '/setup',
  password: '/password',
  security: '/security',
  enrol: '/second-factor',
} as const;
