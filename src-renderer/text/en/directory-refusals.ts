import type { directoryRefusals as chinese } from '../zh-CN/directory-refusals.ts'

export const directoryRefusals = {
  'closes-before-opens': 'It closes before it opens; nothing was saved. Over midnight, write “22:00-next day 6:00”.',
  'hours-overlap': 'Two spans of hours overlap; nothing was saved. Join them, or change one.',
  'time-impossible':
    'There is no such time; nothing was saved. A day runs from 0:00 to 24:00, a span 24 hours at most.',
  'day-impossible': 'There is no such day; nothing was saved. Write it like 2026-03-31, the earlier day first.',
  'hours-not-understood':
    'These hours were not understood; nothing was saved. Write “Mon-Fri 9:00-17:30; Sat 9:00-12:00”.',
  'term-backwards': 'It ends before it begins; nothing was saved. Check both dates.',
  'term-too-long':
    'The term is longer than three years; nothing was saved. A contract runs three years at most: check its end.',
  'long-term-reason': 'The term is longer than one year and its reason is missing; nothing was saved. Say why.',
  'term-over':
    'The term is over; nothing was saved. For an old agreement tick “entered afterwards”; for a renewal give the new term.',
  'no-such-service': 'This provider has no such service; nothing was saved. Choose the service again.',
  'no-such-member': 'Nobody of that name is on the list; nothing was saved. Enter them first, then choose.',
  'no-such-task': 'There is no such post or wish; nothing was saved. Open the provider’s page again.',
  'no-such-activity': 'There is no such activity; nothing was saved. Open the provider’s page again.',
  'no-such-entry': 'This entry cannot be found; nothing was saved. Open the provider’s page again.',
  'duplicate-service':
    'This provider has a service of that name; nothing was saved. Change that one, or take another name.',
  'duplicate-site': 'This provider has a place of that name; nothing was saved. Change that one, or take another name.',
  'duplicate-agreement':
    'This contract number is entered already; nothing was saved. Change that one, or check the number.',
  'unknown-category': 'The catalogue has no such code; nothing was saved. Choose one from the catalogue.',
  'unknown-place': 'There is no such place; nothing was saved. Enter the place first, or give the area in words.',
  'unknown-mark': 'There is no such mark; nothing was saved. Choose one from the list.',
  'ages-backwards': 'The highest age is below the lowest; nothing was saved. Check both.',
  'capacity-backwards': 'More places are free than there are; nothing was saved. Check both numbers.',
  'quota-exceeded': 'More is used than was agreed; nothing was saved. Check it, or enter the supplement first.',
  'time-backwards': 'It ends before it begins; nothing was saved. Check both times.',
  'too-many-hours': 'Service is recorded for that time already; nothing was saved twice. Check the times.',
  'before-registration': 'They had not registered by that day; nothing was saved. Check the day, or the registration.',
  'member-left': 'They had left by then; nothing was saved. Check the day, or choose somebody else.',
  'already-claimed': 'They took it over already; nothing was saved twice.',
  'task-full': 'Everybody wanted is found; nothing was saved. Raise the number, or choose another post.',
  'task-closed': 'It is over; nothing was saved. Choose another post or wish.',
  'already-signed-up': 'They are signed up already; nothing was saved twice.',
  'activity-full': 'All places are taken; nothing was saved. Raise the number, or suggest the next time.',
  'activity-cancelled': 'The activity was cancelled; nobody was signed up.',
  'name-needed': 'A name is missing; nothing was saved. Give one, or choose somebody from the list.',
} satisfies Readonly<Record<keyof typeof chinese, string>>
