import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePageTitle } from './usePageTitle';

export interface Crumb {
  title: string;
  /** Left out for the page itself, and for what the viewer may not open. */
  to?: string;
}

interface Props {
  title: string;
  /** Way from the home page to this one, without either. */
  crumbs?: Crumb[];
  /** For the home page, where every way begins. */
  top?: boolean;
  /** Beside the title: badges and the like. */
  tags?: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
}

/** Head of every page: where it is, what it is, what can be done. Titles the tab too. */
export function PageHeader({ title, crumbs = [], top = false, tags, actions }: Props) {
  const { t } = useTranslation();
  usePageTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The shell has put the focus on the page while its title was still on its way.
    if (document.activeElement?.id === 'main') heading.current?.focus({ preventScroll: true });
  }, []);
  const way = [{ title: t('nav.home'), to: '/' }, ...crumbs, { title }];
  return (
    <header className="page-header">
      {!top && (
        <nav aria-label={t('shell.breadcrumb')}>
          <ol className="breadcrumb">
            {way.map((crumb, i) => (
              <li key={i}>
                {crumb.to ? (
                  <Link to={crumb.to}>{crumb.title}</Link>
                ) : (
                  <span aria-current={i === way.length - 1 ? 'page' : undefined}>
                    {crumb.title}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="page-header-line">
        <h1 ref={heading} id="page-title" tabIndex={-1}>
          {title}
        </h1>
        {tags}
        <div className="page-actions">{actions}</div>
      </div>
    </header>
  );
}
