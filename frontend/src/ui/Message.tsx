import type { ReactNode } from 'react';

/** A whole page that only says something and offers a way on. */
export function Message({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="panel message" role="alert">
      <h1 id="page-title" tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}
