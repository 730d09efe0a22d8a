"""Devices that live in memory, each with what it understands and how it reacts."""

from collections.abc import Callable, Mapping
from typing import Any

from homeassistant.core import State

type Call = tuple[str, dict[str, Any]]


class Device:
    """A state, attributes, and what a service makes of them."""

    calls: list[Call]
    """What a run may ask of it."""

    meddling: Call
    """What nobody but a person asks of it: it leaves something no run leaves."""

    state: str
    attributes: dict[str, Any]

    def __init__(self, entity_id: str) -> None:
        """Stand at the beginning."""
        self.entity_id = entity_id
        self.begin()

    def begin(self) -> None:
        """Take up the first state."""
        raise NotImplementedError

    def react(self, service: str, data: Mapping[str, Any]) -> None:
        """Do what a service asks for."""
        raise NotImplementedError

    def show(self) -> State:
        """Return the state as Home Assistant would have it."""
        return State(self.entity_id, self.state, dict(self.attributes))


class Switch(Device):
    """On or off."""

    calls = [("turn_on", {}), ("turn_off", {}), ("toggle", {})]
    meddling = ("turn_on", {})

    def begin(self):
        """Be off."""
        self.state, self.attributes = "off", {}

    def react(self, service, _):
        """Turn on or off."""
        other = "off" if self.state == "on" else "on"
        self.state = {"turn_on": "on", "turn_off": "off", "toggle": other}[service]


class Light(Device):
    """Two colour modes and an effect that a new colour ends."""

    calls = [
        ("turn_on", {}),
        ("turn_off", {}),
        ("turn_on", {"brightness": 90}),
        ("turn_on", {"hs_color": [120, 60], "brightness": 200}),
        ("turn_on", {"color_temp_kelvin": 3000}),
        ("turn_on", {"effect": "rainbow"}),
    ]
    meddling = ("turn_on", {"brightness": 7, "hs_color": [200, 90]})

    def begin(self):
        """Be on and warm."""
        self.state = "on"
        self._memory = {
            "brightness": 128,
            "color_mode": "color_temp",
            "color_temp_kelvin": 2700,
            "hs_color": None,
            "effect": None,
        }
        self._report()

    def react(self, service, data):
        """Turn off, or on with what is asked for."""
        self.state = "off" if service == "turn_off" else "on"
        known = self._memory
        for name, mode in (("hs_color", "hs"), ("color_temp_kelvin", "color_temp")):
            if name in data:
                known |= {"hs_color": None, "color_temp_kelvin": None, "effect": None}
                known |= {name: data[name], "color_mode": mode}
        if "brightness" in data:
            known["brightness"] = data["brightness"]
        if "effect" in data:
            known["effect"] = None if data["effect"] == "off" else data["effect"]
        self._report()

    def _report(self):
        shown = self._memory if self.state == "on" else dict.fromkeys(self._memory)
        self.attributes = {**shown, "effect_list": ["off", "rainbow"]}


class Cover(Device):
    """Moves at once; what moves it turns its slats."""

    calls = [
        ("open_cover", {}),
        ("close_cover", {}),
        ("set_cover_position", {"position": 30}),
        ("set_cover_tilt_position", {"tilt_position": 80}),
    ]
    meddling = ("set_cover_position", {"position": 61})

    def begin(self):
        """Stand open, slats half open."""
        self._stand(100, 50)

    def react(self, service, data):
        """Move or tilt."""
        if service == "set_cover_tilt_position":
            self._stand(self.attributes["current_position"], data["tilt_position"])
            return
        ends = {"open_cover": 100, "close_cover": 0}
        position = ends.get(service, data.get("position"))
        if position != self.attributes["current_position"]:
            self._stand(position, 0 if position < 50 else 100)

    def _stand(self, position, tilt):
        self.state = "open" if position else "closed"
        self.attributes = {
            "current_position": position,
            "current_tilt_position": tilt,
            "supported_features": 255,
        }


class Climate(Device):
    """A thermostat whose modes and presets bring their own temperature."""

    calls = [
        ("set_hvac_mode", {"hvac_mode": "cool"}),
        ("set_hvac_mode", {"hvac_mode": "heat"}),
        ("set_hvac_mode", {"hvac_mode": "off"}),
        ("set_temperature", {"temperature": 24.5}),
        ("set_preset_mode", {"preset_mode": "eco"}),
        ("set_preset_mode", {"preset_mode": "none"}),
        ("set_fan_mode", {"fan_mode": "high"}),
    ]
    meddling = ("set_temperature", {"temperature": 11})
    _usual = {"cool": 26, "heat": 20, "off": None}

    def begin(self):
        """Heat to a temperature that somebody chose."""
        self.state = "heat"
        self.attributes = {
            "temperature": 21.5,
            "preset_mode": "none",
            "preset_modes": ["none", "eco"],
            "fan_mode": "low",
        }

    def react(self, service, data):
        """Take up a mode, a preset, a temperature or a fan mode."""
        known = self.attributes
        if service == "set_hvac_mode":
            if self.state != data["hvac_mode"]:
                self.state = data["hvac_mode"]
                known["temperature"] = self._usual[self.state]
                if self.state != "off":
                    known |= {"preset_mode": "none", "fan_mode": "low"}
        elif service == "set_preset_mode":
            known |= data
            if self.state != "off":
                eco = data["preset_mode"] == "eco"
                known["temperature"] = 17 if eco else self._usual[self.state]
        elif service == "set_temperature":
            if self.state != "off":
                # By hand, so it is no longer the preset's.
                known |= {"temperature": data["temperature"], "preset_mode": "none"}
        else:
            known |= data


class Fan(Device):
    """Speed and preset exclude each other; a fan that is off stops swinging."""

    calls = [
        ("turn_on", {}),
        ("turn_off", {}),
        ("set_percentage", {"percentage": 33}),
        ("set_preset_mode", {"preset_mode": "sleep"}),
        ("oscillate", {"oscillating": True}),
        ("set_direction", {"direction": "reverse"}),
    ]
    meddling = ("turn_on", {"percentage": 9})

    def begin(self):
        """Be off."""
        self.state = "off"
        self.attributes = {
            "percentage": 0,
            "preset_mode": None,
            "oscillating": False,
            "direction": "forward",
        }

    def react(self, service, data):
        """Turn on or off, or take up a setting."""
        known = self.attributes
        if service == "turn_off":
            known |= {"percentage": 0, "preset_mode": None, "oscillating": False}
        elif data.get("preset_mode"):
            known |= {"percentage": None, "preset_mode": data["preset_mode"]}
        elif service in {"turn_on", "set_percentage"}:
            known |= {"percentage": data.get("percentage", 67), "preset_mode": None}
        else:
            known |= data
        is_on = known["percentage"] or known["preset_mode"]
        self.state = "on" if is_on else "off"


class Lock(Device):
    """Locked or unlocked."""

    calls = [("lock", {}), ("unlock", {})]
    meddling = ("open", {})

    def begin(self):
        """Be locked."""
        self.state, self.attributes = "locked", {"supported_features": 1}

    def react(self, service, _):
        """Lock, unlock or open."""
        self.state = {"lock": "locked", "unlock": "unlocked", "open": "open"}[service]


class Number(Device):
    """A number."""

    calls = [("set_value", {"value": 5}), ("increment", {})]
    meddling = ("set_value", {"value": 77.5})

    def begin(self):
        """Be one."""
        self.state, self.attributes = "1.0", {}

    def react(self, _, data):
        """Take the value, or one more."""
        self.state = str(float(data.get("value", float(self.state) + 1)))


class Player(Device):
    """A player that forgets its volume when it is turned off."""

    calls = [
        ("turn_on", {}),
        ("turn_off", {}),
        ("media_play", {}),
        ("media_pause", {}),
        ("volume_set", {"volume_level": 0.7}),
        ("volume_mute", {"is_volume_muted": True}),
        ("select_source", {"source": "radio"}),
        ("play_media", {"media_content_id": "b", "media_content_type": "music"}),
    ]
    meddling = ("volume_set", {"volume_level": 0.11})
    _fresh = {"volume_level": 0.5, "is_volume_muted": False, "source": "tv"}

    def begin(self):
        """Play."""
        self._wake()
        self.state = "playing"

    def react(self, service, data):
        """Do it, waking up for it."""
        if service == "turn_off":
            self.state, self.attributes = "off", {"supported_features": 128}
            return
        if self.state == "off":
            self._wake()
        states = {"media_play": "playing", "media_pause": "paused"}
        self.state = states.get(service, self.state)
        if service == "play_media":
            self.state = "playing"
        self.attributes |= data

    def _wake(self):
        self.state = "playing"
        content = {"media_content_id": "a", "media_content_type": "music"}
        features = 1 | 4 | 8 | 128 | 256 | 512 | 2048 | 4096 | 16384
        self.attributes = {**self._fresh, **content, "supported_features": features}


FLEET: Mapping[str, Callable[[str], Device]] = {
    "climate.bath": Climate,
    "climate.hall": Climate,
    "cover.west": Cover,
    "fan.attic": Fan,
    "input_number.goal": Number,
    "light.desk": Light,
    "light.table": Light,
    "lock.shed": Lock,
    "media_player.den": Player,
    "switch.pump": Switch,
}


class Fleet:
    """All devices of a house, and a clock that ticks with each call."""

    def __init__(self) -> None:
        """Let all begin."""
        self.devices = {name: build(name) for name, build in FLEET.items()}
        self.time = 0.0

    def now(self, entity_id: str) -> State | None:
        """Return the state of a device."""
        device = self.devices.get(entity_id)
        return None if device is None else device.show()

    def call(self, action: str, entity_id: str, data: Mapping[str, Any]) -> None:
        """Make a call."""
        domain, service = action.split(".")
        assert entity_id.startswith(f"{domain}."), action
        self.devices[entity_id].react(service, dict(data))
        self.time += 1
