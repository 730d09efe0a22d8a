/** Texts to begin with; each runs in any home, since it needs no device. */

import type { Key } from "../localize";

const RETRY = `\
alias: Keep trying
variables:
  began: "{{ now().timestamp() }}"
sequence:
  # Nothing is seen in time at first, so it is tried again.
  - action: persistent_notification.create
    data:
      notification_id: action_engine_try
      title: Action Engine
      message: This was tried until it was seen.
    expect:
      template: "{{ now().timestamp() > began + 3 }}"
      within: 1
    idempotent: true
    retry:
      max_retries: 5
      initial_delay: 1
      multiplier: 1
`;

const BLOCKS = `\
alias: Day or night
sequence:
  - if:
      - condition: sun
        after: sunset
    then:
      - variables: {time: night}
    else:
      - variables: {time: day}
  - parallel:
      - alias: Tell it
        action: persistent_notification.create
        data:
          notification_id: action_engine_try
          message: "It is {{ time }}."
      - repeat:
          count: 3
          sequence:
            - delay: 1
  - action: persistent_notification.dismiss
    data:
      notification_id: action_engine_try
`;

const MISTAKE = `\
alias: Two mistakes
sequence:
  - action: persistent_notification.creat
    data:
      message: The name of the action is wrong.
  - delay:
      secnds: 5
`;

const PLAN = `\
query: Two notes at once, and then away with the first
strategy: hybrid
tool_calls:
  - tool_name: persistent_notification.create
    purpose: The first note
    parameters: {notification_id: action_engine_1, message: One}
    step: 1
    result_variable: first
  - tool_name: persistent_notification.create
    purpose: The second note
    parameters: {notification_id: action_engine_2, message: Two}
    step: 2
    result_variable: second
  - tool_name: persistent_notification.dismiss
    purpose: Take the first one away
    parameters: {notification_id: action_engine_1}
    step: 3
    dependency: [first, second]
`;

const TAGGED = `\
Dinner is ready, so I tell everybody.

[ACTION:persistent_notification.create]
{"title": "Dinner", "message": "It is on the table.", "notification_id": "action_engine_try"}
[/ACTION]
`;

const JSON_ANSWER = `\
{
  "analysis": "The week is over, and nobody has looked at the plants.",
  "actions": [
    {
      "action_type": "persistent_notification.create",
      "parameters": {
        "title": "Plants",
        "message": "They are thirsty.",
        "notification_id": "action_engine_try"
      },
      "confidence": 0.9,
      "reasoning": "It has been warm for days.",
      "options": {"priority": "low", "max_retries": 2}
    }
  ]
}
`;

export interface Example {
  name: Key;
  text: string;
}

export const EXAMPLES: readonly Example[] = [
  { name: "try.example.retry", text: RETRY },
  { name: "try.example.blocks", text: BLOCKS },
  { name: "try.example.mistake", text: MISTAKE },
  { name: "try.example.plan", text: PLAN },
  { name: "try.example.tagged", text: TAGGED },
  { name: "try.example.json", text: JSON_ANSWER },
];
