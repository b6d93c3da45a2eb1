import { render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { Guard } from './Guard';
import { someViewer } from '@/testing/renderPage';
import { SessionContext, type Viewer } from '@/lib/viewer';

function whereTo(viewer: Viewer | null, path: string): string {
  const router = createMemoryRouter(
    [
      {
        Component: Guard,
        children: ['/', '/risks', '/second-factor'].map((path) => ({ path, element: null })),
      },
      { path: '*', element: null },
    ],
    { initialEntries: [path] },
  );
  const value = { viewer, refresh: () => undefined, signOut: async () => undefined };
  render(
    <SessionContext value={value}>
      <RouterProvider router={router} />
    </SessionContext>,
  );
  const { pathname, search } = router.state.location;
  return pathname + search;
}

describe('the guard', () => {
  const factor = { required: true, enabled: false, pending: false };
  it('asks the signed-out to sign in, and keeps where they wanted to go', () => {
    expect(whereTo(null, '/')).toBe('/sign-in');
    expect(whereTo(null, '/risks?grade=A')).toBe('/sign-in?next=%2Frisks%3Fgrade%3DA');
  });

  it('asks for the code that is still missing', () => {
    const pending = { ...someViewer, secondFactor: { ...factor, enabled: true, pending: true } };
    expect(whereTo(pending, '/risks')).toBe('/sign-in?next=%2Frisks');
  });

  it('keeps the way from one thing to do to the next', () => {
    const viewer = { ...someViewer, secondFactor: factor };
    expect(whereTo(viewer, '/risks')).toBe('/second-factor?next=%2Frisks');
    expect(whereTo(viewer, '/second-factor?next=%2Frisks')).toBe('/second-factor?next=%2Frisks');
    expect(whereTo({ ...viewer, mustChangePassword: true }, '/second-factor?next=%2Frisks')).toBe(
      '/password?next=%2Frisks',
    );
  });

  it('lets all others pass', () => {
    expect(whereTo(someViewer, '/risks?grade=A')).toBe('/risks?grade=A');
  });
});
