import yaml, pytest
from .native import async_run_native
from .engine import async_run_engine_noting, async_run_engine
from .observe import async_observe
from .observation import differences
from .case import Case
R="{action: test.record, data: {mark: \"{{ x | default('-') }}{{ wait | default('-') }}\"}}"
STEPS = '''
{action: test.record, data: "{{ [1] }}"}
{action: test.record, data: "{{ 'x' }}"}
{action: test.record, data: "{{ none }}"}
{action: test.record, data: "{{ {'mark': 1, 'l': (1,2)} }}"}
{action: test.record, data: {}}
{action: test.record, data_template: {mark: "{{ 5 }}"}}
{action: test.record, data_template: "{{ {'mark': 4} }}"}
{action: test.record, target: {}}
{action: test.record, target: "{{ none }}"}
{action: test.record, target: "{{ {} }}"}
{action: test.record, target: "{{ {'area_id': 'x'} }}"}
{action: test.record, target: "{{ {'room': 'x'} }}"}
{action: test.record, target: {entity_id: []}}
{action: test.record, target: {entity_id: "{{ {} }}"}}
{action: test.record, target: {entity_id: "{{ 5 }}"}}
{action: test.record, target: {entity_id: ""}}
{action: test.record, target: {entity_id: "input_boolean.lamp, input_boolean.fan"}}
{action: test.record, target: {entity_id: "{{ 'input_boolean.lamp, input_boolean.fan' }}"}}
{action: test.record, target: {entity_id: "{{ ['input_boolean.lamp', 'bad'] }}"}}
{action: test.record, target: {entity_id: ["{{ ['input_boolean.lamp'] }}"]}}
{action: test.record, target: {entity_id: INPUT_BOOLEAN.LAMP}}
{action: test.record, target: {entity_id: 0123456789abcdef0123456789abcdef}}
{action: test.record, target: {entity_id: "{{ '0123456789abcdef0123456789abcdef' }}"}}
{action: test.record, target: {entity_id: [all]}}
{action: test.record, target: {entity_id: "{{ 'all' }}"}}
{action: test.record, target: {area_id: "{{ ['a','b'] }}", device_id: []}}
{action: test.record, target: {area_id: none}}
{action: test.record, target: {area_id: "{{ none }}"}}
{action: test.record, target: {label_id: "{{ 'a, b' }}"}}
{action: test.record, entity_id: input_boolean.lamp, target: {entity_id: input_boolean.fan}}
{action: test.record, entity_id: "{{ 'input_boolean.lamp' }}"}
{action: test.record, entity_id: all}
{action: test.record, entity_id: []}
{action: test.record, entity_id: $lamp}
{action: test.record, data: {entity_id: $lamp}}
{action: test.record, data: {entity_id: "{{ 'input_boolean.lamp' }}"}, target: {area_id: x}}
{action: test.record, data: {1: 2, null: 3, true: x}}
{action: test.record, data: {d: 2026-01-01, t: 12:30:00, f: 1.50, n: ~}}
{action: test.record, data: {mark: "{{ '{{ 1 }}' }}"}}
{action: test.record, data: {mark: "{% raw %}{{ x }}{% endraw %}"}}
{action: test.record, data: {mark: "  {{ 1 }}  "}}
{action: test.record, data: {mark: "{{ '[1, 2]' }}"}}
{action: test.record, data: {mark: "0x10"}}
{action: test.record, data: {mark: "{{ '1_000' }}"}}
{action: test.record, data: {mark: "{# nothing #}"}}
{action: " test.record "}
{action: "test.record\\n"}
{action: "{{ 'test.record' }} "}
{action: "{{ none }}"}
{action: "{{ 5 }}"}
{action: "{{ 'a.b.c' }}"}
{action: test.respond, response_variable: "a b"}
{action: test.respond, response_variable: "{{ x }}"}
{action: test.respond, response_variable: 5}
{action: test.respond, response_variable: null}
{action: test.respond, response_variable: context}
{action: test.respond, response_variable: wait}
{delay: "{{ 1.5 }}"}
{delay: "{{ '1' }}"}
{delay: "{{ [1] }}"}
{delay: "{{ none }}"}
{delay: "{{ true }}"}
{delay: true}
{delay: null}
{delay: []}
{delay: {}}
{delay: {seconds: "{{ none }}"}}
{delay: {seconds: -1, minutes: 1}}
{delay: {seconds: "{{ -1 }}", minutes: 1}}
{delay: {"{{ 'seconds' }}": 2}}
{delay: "1:2:3"}
{delay: "99:99"}
{delay: "{{ '00:00:05.5' }}"}
{delay: 1e2}
{wait_template: "{{ false }}", timeout: "{{ none }}"}
{wait_template: "{{ false }}", timeout: "{{ '' }}"}
{wait_template: "{{ false }}", timeout: null}
{wait_template: "{{ false }}", timeout: {}}
{wait_template: "{{ false }}", timeout: 1, continue_on_timeout: "{{ false }}"}
{wait_template: "{{ false }}", timeout: 1, continue_on_timeout: "no"}
{wait_template: true}
{wait_template: "true"}
{wait_template: "{{ undefined_thing }}", timeout: 1}
{wait_template: "{{ undefined_thing.x }}", timeout: 1}
{wait_template: "{{ wait.completed }}", timeout: 1}
{wait_template: "{{ wait.remaining == 1 }}", timeout: 1}
{repeat: {count: "{{ '3' }}", sequence: [RR]}}
{repeat: {count: true, sequence: [RR]}}
{repeat: {count: "3", sequence: [RR]}}
{repeat: {count: 2.7, sequence: [RR]}}
{repeat: {count: "{{ -1 }}", sequence: [RR]}}
{repeat: {count: "{{ undefined_thing }}", sequence: [RR]}}
{repeat: {count: "{{ repeat.index }}", sequence: [RR]}}
{repeat: {for_each: "{{ range(3) }}", sequence: [RR]}}
{repeat: {for_each: "{{ range(3) | list }}", sequence: [RR]}}
{repeat: {for_each: {a: b}, sequence: [RR]}}
{repeat: {for_each: "a", sequence: [RR]}}
{repeat: {for_each: [null, [], {}, false, 0, ""], sequence: [{action: test.record, data: {mark: "{{ repeat }}"}}]}}
{repeat: {for_each: ["{{ none }}"], sequence: [{action: test.record, data: {mark: "{{ repeat }}"}}]}}
{repeat: {for_each: "{{ undefined_thing }}", sequence: [RR]}}
{repeat: {for_each: [1,2], sequence: [{stop: x, response_variable: repeat}]}}
{repeat: {while: "{{ repeat.index < 3 and not repeat.first is undefined }}", sequence: [RR]}}
{repeat: {while: [], until: [], sequence: []}}
{repeat: {while: {condition: template, value_template: "{{ repeat.index < 3 }}"}, sequence: [RR]}}
{repeat: {while: "{{ 'true' if repeat.index < 3 }}", sequence: [RR]}}
{repeat: {until: "{{ 'yes' }}", sequence: [{if: "{{ repeat.index == 4 }}", then: [{stop: y}]}, RR]}}
{repeat: {while: [{condition: template, value_template: "{{ true }}", enabled: "{{ 1/0 }}"}], sequence: [RR]}, continue_on_error: true}
{repeat: {until: [{condition: template, value_template: "{{ true }}", enabled: "{{ states('x.y') }}"}], sequence: [RR]}, continue_on_error: true}
{if: [{condition: template, value_template: "{{ true }}", enabled: "{{ 1/0 }}"}], then: [RR], else: [RR], continue_on_error: true}
{if: [{condition: template, value_template: "{{ true }}", enabled: "{{ 1/0 }}"}], then: [RR], else: [RR]}
{choose: [{conditions: [{condition: template, value_template: "{{ true }}", enabled: "{{ 1/0 }}"}], sequence: [RR]}], default: [RR], continue_on_error: true}
{choose: [{conditions: "{{ true }}", sequence: [RR]}, {conditions: [{condition: template, value_template: "{{ true }}", enabled: "{{ 1/0 }}"}], sequence: [RR]}], default: [RR], continue_on_error: true}
{condition: template, value_template: "{{ true }}", enabled: "{{ 1/0 }}"}
{condition: and, conditions: [{condition: template, value_template: "{{ true }}", enabled: "{{ 1/0 }}"}]}
{condition: template, value_template: "{{ false }}", enabled: "{{ 'no' }}"}
{condition: state, entity_id: sensor.door, state: "{{ 'closed' }}"}
{condition: state, entity_id: sensor.door, state: [closed, open], for: "{{ 0 }}"}
{condition: state, entity_id: sensor.door, state: closed, for: {seconds: "{{ x }}"}}
{condition: numeric_state, entity_id: sensor.temperature, above: input_number.level}
{condition: numeric_state, entity_id: sensor.temperature, value_template: "{{ x }}", above: 1}
{condition: zone, entity_id: sensor.door, zone: zone.home}
{condition: sun, after: sunset}
{condition: device, device_id: $device, domain: test, type: is_on}
{condition: time, weekday: [mon, fri]}
{conditions: ["{{ true }}"]}
{and: []}
{or: []}
{not: []}
{or: ["{{ true }}"], alias: x, enabled: "{{ false }}"}
{set_conversation_response: ""}
{set_conversation_response: "{{ none }}"}
{set_conversation_response: true}
{set_conversation_response: {a: 1}}
{set_conversation_response: [a]}
{set_conversation_response: "{{ {'a': 1} }}"}
{set_conversation_response: "  {{ 'a' }}  "}
{event: test_x, event_data: "{{ {'a': 1} }}"}
{event: test_x, event_data: "x"}
{event: test_x, event_data: {}}
{event: test_x, event_data: null}
{event: test_x, event_data: {"{{ 'k' }}": 1}}
{event: test_x, event_data_template: "{{ {'a': 1} }}"}
{event: ""}
{event: [test_x]}
{variables: {x: "{{ 1 }}", y: "{{ x }}", z: "{{ 1 / 0 }}"}}
{variables: {"{{ 'x' }}": 1}}
{variables: {5: 1}}
{variables: {x: {}}}
{variables: {x: "{{ undefined_thing }}"}}
{variables: {x: "{{ now }}"}}
{variables: {x: "{{ states }}"}}
{variables: {x: "{{ context }}"}}
{variables: {context: "{{ context.id }}"}}
{variables: {x: "{{ namespace(a=1) }}"}}
{variables: {x: "{{ states.sensor | list }}"}}
{variables: {x: "{{ {'a': now()} }}"}}
{variables: {x: [1, "{{ [2, 3] }}"]}}
{variables: {wait: {completed: 5}}}
{variables: {repeat: 1}}
{stop: "", error: false}
{stop: x, response_variable: ""}
{stop: x, response_variable: context}
{stop: x, response_variable: "{{ x }}"}
{stop: [x]}
{stop: x, error: "{{ true }}"}
{stop: x, enabled: null}
{event: test_x, enabled: null}
{event: test_x, enabled: 0}
{event: test_x, enabled: "false"}
{event: test_x, enabled: "{{ none }}"}
{event: test_x, enabled: "{{ [] }}"}
{event: test_x, enabled: "{{ undefined_thing }}"}
{event: test_x, enabled: "{{ now() }}"}
{event: test_x, enabled: "{{ this }}"}
{event: test_x, alias: "{{ 1/0 }}"}
{event: test_x, alias: null}
{event: test_x, note: null}
{event: test_x, continue_on_error: "yes"}
{event: test_x, continue_on_error: null}
{event: test_x, id: some}
{event: test_x, metadata: {}}
{scene: [scene.evening]}
{scene: SCENE.EVENING}
{scene: scene.evening, metadata: {x: 1}}
{scene: scene.evening, target: {entity_id: x.y}}
{scene: $lamp}
{parallel: [{action: test.record, enabled: false}, RR]}
{parallel: [{sequence: {action: test.record}}]}
{parallel: {sequence: [RR], alias: x}}
{parallel: [{parallel: [RR]}, {choose: []}, {repeat: {count: 1, sequence: [RR]}}, "{{ true }}"]}
{parallel: [{and: ["{{ true }}"]}]}
{parallel: [{sequence: [RR], note: x}]}
{parallel: [{sequence: [RR], metadata: {a: 1}}]}
{parallel: [{sequence: [RR], enabled: "no"}]}
{parallel: [[RR], null, RR]}
{parallel: "{{ true }}"}
{sequence: [RR], metadata: null}
{sequence: "{{ true }}"}
{sequence: {sequence: RR}}
{if: "{{ true }}", then: RR, else: "nonsense"}
{if: null, then: RR}
{if: true, then: RR}
{if: {}, then: RR}
{if: [[]], then: RR}
{if: "{{ 'true' }}", then: RR}
{if: ["{{ true }}"], then: [RR], elif: []}
{choose: [{conditions: null, sequence: [RR]}]}
{choose: [{conditions: "{{ true }}", sequence: null}]}
{choose: [{conditions: "{{ true }}", sequence: [RR], note: x, alias: null}]}
{choose: [{conditions: {or: ["{{ true }}"]}, sequence: RR}]}
{choose: {}, default: RR}
{wait_for_trigger: {trigger: event, event_type: [test_a, test_b]}, timeout: 1}
{wait_for_trigger: {trigger: event, event_type: "{{ 1/0 }}"}, timeout: 1}
{wait_for_trigger: [{trigger: event, event_type: "{{ 1/0 }}"}, {trigger: event, event_type: test_go}], timeout: 5}
{wait_for_trigger: {trigger: event, event_type: test_go, id: 5}, timeout: 5}
{wait_for_trigger: {trigger: event, event_type: test_go, variables: {e: "{{ 1/0 }}"}}, timeout: 5}
{wait_for_trigger: {trigger: event, event_type: test_go, alias: named}, timeout: 5}
{wait_for_trigger: {trigger: state, entity_id: sensor.door, for: "{{ 1/0 }}"}, timeout: 5}
{wait_for_trigger: {trigger: state, entity_id: sensor.door, for: {seconds: "{{ x }}"}}, timeout: 9}
{wait_for_trigger: {trigger: state, entity_id: sensor.door, attribute: battery}, timeout: 9}
{wait_for_trigger: {trigger: homeassistant, event: start}, timeout: 9}
{wait_for_trigger: {trigger: conversation, command: hi}, timeout: 9}
{wait_for_trigger: {trigger: device, device_id: $device, domain: test, type: x}, timeout: 9}
{wait_for_trigger: "nonsense", timeout: 9}
{wait_for_trigger: {trigger: template, value_template: "{{ true }}"}, timeout: 2}
{wait_for_trigger: {trigger: template, value_template: "{{ is_state('sensor.door', 'open') }}", for: 1}, timeout: 9}
{domain: test, device_id: $device, type: beep, entity_id: $lamp}
{domain: test, device_id: $device, type: beep, extra: 1}
{domain: test, device_id: $device}
{device_id: $device, type: beep}
{domain: light, device_id: $device, type: turn_on, entity_id: $lamp}
{action: script.turn_on, target: {entity_id: script.answer}, data: {variables: {word: "{{ x }}"}}}
{action: script.answer}
{action: script.aborting, response_variable: r}
{action: script.broken, response_variable: r, continue_on_error: true}
{action: script.slow, continue_on_error: true}
{action: homeassistant.turn_on, target: {entity_id: [input_boolean.lamp, sensor.door]}}
{action: homeassistant.turn_on, target: {entity_id: []}}
{action: homeassistant.turn_on}
{action: input_boolean.turn_on, data: {entity_id: input_boolean.lamp, nonsense: 1}}
{action: input_number.set_value, data: {value: 1000}, target: {entity_id: input_number.level}}
{action: input_number.set_value, data: {value: "{{ 1000 }}"}, target: {entity_id: input_number.level}, continue_on_error: true}
{action: input_boolean.turn_on, target: {area_id: nowhere}}
{action: input_boolean.turn_on, target: {device_id: $device}}
{action: input_boolean.turn_on, target: {entity_id: sensor.door}}
{action: scene.apply, data: {entities: {input_boolean.fan: {state: "on"}}}}
{action: scene.create, data: {scene_id: made, entities: {input_boolean.fan: "on"}}}
{action: test.slow, data: {seconds: 3}, continue_on_error: true}
{action: test.give_up, continue_on_error: true}
{try: [RR], catch: []}
'''.strip().splitlines()
async def test_x(world):
    out=open("/tmp/difftest/explore.txt","w")
    for i,line in enumerate(STEPS):
        step=yaml.safe_load(line.replace("RR",R))
        for pre in ([], [{"variables": {"x": 2}}]):
            for wrap in (0,1):
                acts=pre+[step if not wrap else {"sequence":[step],"continue_on_error":True}, yaml.safe_load(R)]
                case=Case.from_dict({"name":line,"actions":acts,"happens":[{"at":1.25,"fire":"test_go"},{"at":1.5,"set":"sensor.door","to":"open"}]})
                n=await async_observe(world,case,async_run_native)
                a=await async_observe(world,case,async_run_native)
                for r in (async_run_engine, async_run_engine_noting):
                    e=await async_observe(world,case,r)
                    d=differences(n,e)
                    if d: print("DIFF",wrap,bool(pre),r.__name__, line,"\n".join(d)[:700],file=out)
                if differences(n,a): print("NONDET",line,differences(n,a),file=out)
                if not wrap and not pre: print(n.ending, n.error, len(n.log), line, file=out)
