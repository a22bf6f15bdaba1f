/** What the acts of the journal are called. An act without words here is shown as it is. */
export const en: Record<string, string> = {
  'case.make': 'case made',
  'case.edit': 'case described',
  undo: 'undone',
  redo: 'done again',
  'trash.empty': 'trash emptied',
  'trash.restore': 'restored from the trash',
};

export const fr: Record<string, string> = {
  'case.make': 'dossier créé',
  'case.edit': 'dossier décrit',
  undo: 'annulé',
  redo: 'rétabli',
  'trash.empty': 'corbeille vidée',
  'trash.restore': 'sorti de la corbeille',
};
