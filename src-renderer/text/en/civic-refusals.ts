/** Four haves and deliberation: what happened · what is safe · what to do. */
export const civicRefusals = {
  'no-such-deliberation': 'There is no such deliberation; nothing was changed. Open the common matter again.',
  'no-such-record': 'There is no such record; nothing was changed. Open the page again.',
  'more-than-expected':
    'More people came than should come; nothing was saved. Check the number, or change how many should come.',
  'attendance-first':
    'The attendance is not recorded yet; the vote was not saved. Record who came first: the votes are held against it.',
  'votes-do-not-add-up':
    'For, against and abstentions together are not as many as came; nothing was saved. Count again, or correct the attendance first.',
  'publication-backwards': 'The publication ends before it begins; nothing was saved. Check the two days.',
  'personal-data-inside':
    'A resident’s name, phone or identity number stands in what is to be published; nothing was saved. Change the marked words, or replace them by stars.',
  'not-a-neighbourhood':
    'The four are checked by neighbourhood, and this place is none in use; nothing was saved. Look under Residents › Places.',
  'nothing-checked':
    'No point was looked at; nothing was saved. Fill in at least one; where none applies, say so point by point.',
  'recheck-too-early':
    'The day to look again must be after the day of the check; nothing was saved. Choose a later day.',
  'no-such-check': 'There is no such check; nothing was changed. Open the four haves again.',
}
