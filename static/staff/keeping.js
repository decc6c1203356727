// What was typed and is not yet in the draft, kept in this browser: a closed tab, an expired
// session or a restarted server loses nothing.
"use strict";

window.budgetKeeping = (revision, table) => {
  const key = `budget-grid/${revision}/${table}`;
  return {
    keep(state) {
      try {
        localStorage.setItem(key, JSON.stringify({ ...state, at: new Date().toISOString() }));
        return true;
      } catch {
        return false;
      }
    },
    kept() {
      try {
        return JSON.parse(localStorage.getItem(key));
      } catch {
        return null;
      }
    },
    forget() { localStorage.removeItem(key); },
  };
};
