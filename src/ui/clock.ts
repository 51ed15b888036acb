// The only place where the interface asks what time it is: for words on a screen and dates in a form, never for order.
import { useEffect, useState } from 'preact/hooks';
import type { IsoDate } from '../domain/rows.ts';

/** Swedish writes dates as ISO does; the day is the committee's, also on a phone in another time zone. */
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
const checkEveryMs = 30_000;

export function now(): Date {
  return new Date();
}

export function todayIs(): IsoDate {
  return dayFormat.format(now());
}

/** Today in Dutch time. A tablet that lies open overnight gets the new day by itself. */
export function useToday(): IsoDate {
  const [today, setToday] = useState(todayIs);
  useEffect(() => {
    const check = () => setToday(todayIs());
    const timer = setInterval(check, checkEveryMs);
    document.addEventListener('visibilitychange', check);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', check);
    };
  }, []);
  return today;
}
