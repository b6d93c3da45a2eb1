import { useLayoutEffect, useState, type RefObject } from 'react';

/** Pixels from the top of an element to the bottom of the window, for a table that fills it. */
export function useRestHeight(
  ref: RefObject<HTMLElement | null>,
  below: number,
  least = 240,
): number {
  const [height, setHeight] = useState(least);
  useLayoutEffect(() => {
    const measure = () => {
      const top = ref.current?.getBoundingClientRect().top ?? 0;
      setHeight(Math.max(least, Math.floor(window.innerHeight - top - window.scrollY - below)));
    };
    measure();
    // What stands above may grow (filters that wrap), the window may change.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [ref, below, least]);
  return height;
}
