import type { IconName } from '../parts/icons';
import type { EntrantState } from './entrantState';

export const stateIcons: Record<EntrantState, IconName> = {
  todo: 'todo', draft: 'pencil', wait: 'up', done: 'done', back: 'ret', agree: 'scale', care: 'alert',
  absent: 'absent', waived: 'absent', banned: 'ban',
};
