import { Button, type ButtonProps } from 'antd';
import { useHref, useLinkClickHandler } from 'react-router';

type Props = Omit<ButtonProps, 'href' | 'onClick'> & { to: string };

/** A link that looks like a button: one element, that opens in a new tab as links do. */
export function LinkButton({ to, icon, ...rest }: Props) {
  const href = useHref(to);
  const go = useLinkClickHandler<HTMLAnchorElement>(to);
  return (
    <Button
      {...rest}
      // Beside the words an icon says nothing, and antd would have it read out in English.
      icon={icon && <span aria-hidden="true">{icon}</span>}
      href={href}
      // With an address antd draws an anchor, though its type says either.
      onClick={(event) => go(event as React.MouseEvent<HTMLAnchorElement>)}
    />
  );
}
