"""The risk table for what is no device: the system, its helpers, its ways out.

Of the lines of a domain the first counts. Calls that can lead to any other call are as
bad as the worst of them, unless the owner of the home has written down what they do.
"""

from typing import Final

from ..model.impact import Risk
from .risk_line import Line
from .risk_looks import has_link, is_command, listens_outside

LOW, MEDIUM, HIGH, CRITICAL = Risk

SYSTEM: Final[tuple[Line, ...]] = (
    Line(
        calls=("homeassistant.restart", "homeassistant.stop"),
        risk=CRITICAL,
        why="The home stands still, and may not come back",
    ),
    Line(
        calls=(
            "homeassistant.turn_on",
            "homeassistant.turn_off",
            "homeassistant.toggle",
        ),
        risk=LOW,
        why="It switches, whatever that means for its targets",
    ),
    Line(
        calls=(
            "homeassistant.check_config",
            "homeassistant.update_entity",
            "homeassistant.save_persistent_states",
        ),
        risk=LOW,
        why="It looks, or saves",
    ),
    Line(calls=("homeassistant.*",), risk=HIGH, why="It changes Home Assistant itself"),
    Line(
        calls=(
            "hassio.host_*",
            "hassio.restore_*",
            "hassio.addon_stdin",
            "hassio.app_stdin",
        ),
        risk=CRITICAL,
        why="It commands the machine that everything runs on",
    ),
    Line(
        calls=("hassio.*",), risk=HIGH, why="It changes what else runs on the machine"
    ),
    Line(
        calls=("shell_command.*",),
        risk=CRITICAL,
        why="It runs a program on the machine",
    ),
    Line(
        calls=("python_script.*", "pyscript.*", "appdaemon.*"),
        risk=HIGH,
        why="It runs code that may do anything",
    ),
    Line(calls=("rest_command.*",), risk=HIGH, why="It sends something to a server"),
    Line(
        calls=("mqtt.publish",),
        risk=CRITICAL,
        why="It can command every device that listens to MQTT",
    ),
    Line(calls=("mqtt.*",), risk=MEDIUM, why="It changes how MQTT works"),
    Line(
        calls=("zha.permit", "zwave_js.add_node"),
        risk=HIGH,
        why="It lets devices join that somebody else may own",
    ),
    Line(
        calls=(
            "zha.issue_*",
            "zha.set_zigbee_cluster_attribute",
            "zha.*_lock_user_code",
        ),
        risk=CRITICAL,
        why="A raw command can open a lock",
    ),
    Line(
        calls=("zwave_js.invoke_cc_api", "zwave_js.*set_value", "zwave_js.*lock*"),
        risk=CRITICAL,
        why="A raw command can open a lock",
    ),
    Line(
        calls=("zha.*", "zwave_js.*"),
        risk=HIGH,
        why="It changes the wireless network of the home",
    ),
    Line(
        calls=("knx.send", "modbus.write_*"),
        risk=CRITICAL,
        why="A raw telegram can command every device of the bus",
    ),
    Line(calls=("knx.*", "modbus.*"), risk=HIGH, why="It changes the bus of the home"),
    Line(
        calls=("matter.*", "otbr.*", "thread.*"),
        risk=HIGH,
        why="It changes the wireless network of the home",
    ),
    Line(
        calls=("conversation.process",),
        risk=HIGH,
        why="Another assistant does what a text tells it",
    ),
    Line(
        calls=("conversation.*",),
        risk=MEDIUM,
        why="It changes what assistants understand",
    ),
    Line(
        calls=("ai_task.*",), risk=MEDIUM, why="It sends something to a language model"
    ),
    Line(
        calls=("intent_script.*",),
        risk=MEDIUM,
        why="It changes what assistants understand",
    ),
    Line(calls=("file.*",), risk=HIGH, why="It reads or writes files"),
    Line(calls=("downloader.*",), risk=HIGH, why="It fetches files from anywhere"),
    Line(
        calls=("backup.*",), risk=HIGH, why="It makes or replaces copies of everything"
    ),
    Line(calls=("recorder.get_statistics",), risk=LOW, why="It reads the past"),
    Line(calls=("recorder.*",), risk=HIGH, why="It can erase the past"),
    Line(
        calls=("cloud.*",), risk=HIGH, why="It opens or closes the way in from outside"
    ),
    Line(
        calls=("device_tracker.*",),
        risk=HIGH,
        why="It claims that somebody is at home, or is not",
    ),
    Line(
        calls=("profiler.*",),
        risk=HIGH,
        why="It slows everything down, and writes what it sees to files",
    ),
    Line(
        calls=("logger.*", "system_log.*"),
        risk=MEDIUM,
        why="It changes what is written down",
    ),
    Line(calls=("logbook.*",), risk=LOW, why="It writes a line into the logbook"),
    Line(calls=("frontend.*",), risk=LOW, why="It changes how dashboards look"),
    Line(
        calls=("automation.turn_off", "automation.toggle"),
        risk=HIGH,
        why="It switches off what looks after the home",
    ),
    Line(
        calls=("automation.turn_on",),
        risk=MEDIUM,
        why="It switches on what acts by itself",
    ),
    Line(
        calls=("automation.*",),
        risk=MEDIUM,
        why="It starts an automation whatever its conditions say",
    ),
    Line(
        calls=("script.turn_off", "script.toggle"),
        risk=MEDIUM,
        why="It breaks off what is being done",
    ),
    Line(
        calls=("script.*",), risk=LOW, why="What the script does is judged step by step"
    ),
    Line(
        calls=("scene.turn_on",),
        risk=LOW,
        why="What the scene sets is judged by itself",
    ),
    Line(
        calls=("scene.apply", "scene.create"),
        risk=LOW,
        why="It sets states, whatever that means for their entities",
    ),
    Line(calls=("scene.*",), risk=MEDIUM, why="It changes which scenes there are"),
    Line(
        calls=("persistent_notification.*",),
        risk=LOW,
        why="It shows a message in Home Assistant",
    ),
    Line(
        calls=("notify.*",),
        risk=HIGH,
        why="A phone takes the message as a command",
        when=is_command,
    ),
    Line(calls=("notify.*",), risk=HIGH, why="It sends somebody a link", when=has_link),
    Line(
        calls=("notify.*",),
        risk=MEDIUM,
        why="It says something to somebody, and cannot be taken back",
    ),
    Line(calls=("tts.clear_cache",), risk=LOW, why="It clears what was spoken before"),
    Line(
        calls=("tts.*", "assist_satellite.*"),
        risk=MEDIUM,
        why="It says something aloud",
    ),
    Line(
        calls=(
            "action_engine.validate",
            "action_engine.get_execution",
            "action_engine.list_executions",
            "action_engine.verify_journal",
            "action_engine.recall",
        ),
        risk=LOW,
        why="It asks the engine for what it knows",
    ),
    Line(
        calls=("action_engine.remember", "action_engine.forget"),
        risk=MEDIUM,
        why="It changes what is remembered, and may be told to a model again",
    ),
    Line(
        calls=("action_engine.call_webhook",),
        risk=HIGH,
        why="It sends something to a server",
    ),
    Line(
        calls=("action_engine.generate_report",),
        risk=MEDIUM,
        why="It tells what has been done in this home, and may put it somewhere",
    ),
    Line(
        calls=("action_engine.render_message",),
        risk=LOW,
        why="It fills in a text of the owner",
    ),
    Line(
        calls=("action_engine.call_tool",),
        risk=LOW,
        why="What the tool does is judged by itself",
    ),
    Line(
        calls=("action_engine.*",),
        risk=CRITICAL,
        why="It speaks to the engine in somebody's name",
    ),
)

EVERYWHERE: Final[tuple[Line, ...]] = (
    Line(
        calls=("*.unlock*", "*.unlatch*", "*.disarm*"),
        risk=CRITICAL,
        why="By its name it opens or disarms something",
    ),
    Line(
        calls=("*.factory_reset*",), risk=CRITICAL, why="By its name it erases a device"
    ),
    Line(calls=("*.reload",), risk=MEDIUM, why="It reads a configuration anew"),
)
"""Names that mean the same in every domain, beside what the domain says."""

STRANGE: Final[tuple[Line, ...]] = (
    Line(
        calls=("*.restart*", "*.reboot*", "*.shutdown*", "*.poweroff*"),
        risk=HIGH,
        why="By its name it stops a device",
    ),
    Line(
        calls=("*.send_command*", "*.raw_command*", "*.write_*", "*.send_raw*"),
        risk=HIGH,
        why="By its name it sends something raw to a device",
    ),
    Line(
        calls=("*.delete*", "*.remove*", "*.purge*", "*.erase*", "*.wipe*"),
        risk=HIGH,
        why="By its name it removes something",
    ),
    Line(calls=("*",), risk=MEDIUM, why="Nobody here knows what it does"),
)
"""For domains of which no line speaks."""

NO_CALLS: Final[tuple[Line, ...]] = (
    Line(
        calls=("template",), risk=HIGH, why="What is called is known only when it runs"
    ),
    Line(
        calls=("native",), risk=HIGH, why="It is a kind of step that nobody here knows"
    ),
    Line(
        calls=("event",), risk=HIGH, why="Whatever listens acts on it, and asks nobody"
    ),
    Line(
        calls=("device",),
        risk=MEDIUM,
        why="Nobody here knows what the device does then",
    ),
    Line(
        calls=("trigger",),
        risk=MEDIUM,
        why="It waits for something that may come from outside",
        when=listens_outside,
    ),
    Line(calls=("trigger",), risk=LOW, why="It waits"),
)
"""For steps that are no calls."""
