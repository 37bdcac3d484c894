import type { EntrantState } from '../entrants/entrantState';
import type { IconName } from './icons';

export const stateIcons: Record<EntrantState, IconName> = {
  todo: 'todo', draft: 'pencil', wait: 'up', done: 'done', back: 'ret', care: 'alert', absent: 'absent', banned: 'ban',
};
