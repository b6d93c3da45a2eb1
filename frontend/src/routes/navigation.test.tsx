import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { navigation } from './features';
import { SideMenu } from '@/app/SideMenu';
import { currentItem, NavigationContext, visibleItems } from '@/lib/navigation';
import { renderPage, someViewer } from '@/testing/renderPage';

describe('the side menu', () => {
  it('leads to the pages that the actions open, and marks the one shown', () => {
    renderPage(
      <NavigationContext value={navigation}>
        <SideMenu collapsed={false} />
      </NavigationContext>,
      { path: '/risks/r1' },
    );
    expect(screen.getByRole('link', { name: '风险点' }).getAttribute('aria-current')).toBe('page');
    expect(screen.getByRole('link', { name: '分层监督' }).getAttribute('aria-current')).toBeNull();
  });

  it('shows an administrator nothing of the register', () => {
    const paths = visibleItems(navigation, {
      ...someViewer,
      actions: ['READ_ORGANISATION', 'MANAGE_ACCOUNTS'],
    }).map((item) => item.path);
    expect(paths).toContain('/organisation');
    expect(paths).not.toContain('/risks');
    expect(paths).not.toContain('/supervision');
  });

  it('marks the entry that fits best', () => {
    const items = visibleItems(navigation, someViewer);
    expect(currentItem(items, '/')).toBe('/');
    expect(currentItem(items, '/risks/new')).toBe('/risks');
    expect(currentItem(items, '/risksandmore')).toBeUndefined();
  });
});
