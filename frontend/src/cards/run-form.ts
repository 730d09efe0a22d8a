import { actionsToChoose } from "../api";
import { choiceField, formOf, textField } from "./form";
import type { ConfigForm } from "./lovelace";

/** The editor of a run card; named actions are those that the user may ask for. */
export const runForm = async (): Promise<ConfigForm> => {
  const named = await actionsToChoose();
  const choices = named.map(({ name, title }) => ({ value: name, label: title || name }));
  return formOf([
    textField("name"),
    { name: "icon", selector: { icon: {} } },
    { name: "script", selector: { entity: { filter: { domain: "script" } } } },
    choiceField("action", choices, { custom_value: true }),
    { name: "actions", selector: { action: {} } },
    { name: "data", selector: { object: {} } },
    { name: "confirmation", selector: { boolean: {} } },
    textField("confirmation_text"),
  ]);
};
