"""Quiet made-up sound for the clips: sea, storm, market, wind, laboratory, match."""

import wave
from pathlib import Path

import numpy as np

type Sound = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

RATE = 44_100


def _noise(seconds: float, low: float, high: float, seed: int) -> Sound:
    """Noise between two frequencies."""
    count = int(seconds * RATE)
    spectrum = np.fft.rfft(np.random.default_rng(seed).normal(0, 1, count))
    pitch = np.fft.rfftfreq(count, 1 / RATE)
    spectrum[(pitch < low) | (pitch > high)] = 0
    wave_ = np.fft.irfft(spectrum, count)
    return np.asarray(wave_ / (np.abs(wave_).max() + 1e-9))


def _time(seconds: float) -> Sound:
    return np.arange(int(seconds * RATE)) / RATE


def _swell(seconds: float, period: float, least: float, shift: float = 0) -> Sound:
    return np.asarray(
        least + (1 - least) * (0.5 + 0.5 * np.sin(2 * np.pi * (_time(seconds) / period + shift))) ** 2
    )


def _put(onto: Sound, what: Sound, at: float, loud: float) -> None:
    start = int(at * RATE)
    end = min(len(onto), start + len(what))
    onto[start:end] += what[: end - start] * loud


def _tone(seconds: float, start: float, end: float, fall: float = 3.0) -> Sound:
    time = _time(seconds)
    pitch = start + (end - start) * time / seconds
    return np.asarray(
        np.sin(2 * np.pi * np.cumsum(pitch) / RATE) * np.exp(-fall * time) * np.minimum(1, time * 40)
    )


def harbour(seconds: float) -> Sound:
    """Lapping water, gulls, a far horn."""
    sound = _noise(seconds, 120, 900, 1) * _swell(seconds, 4.1, 0.3) * 0.5
    for at in (1.6, 2.1, 6.4, 6.8, 10.5):
        _put(sound, _tone(0.34, 1500, 1050, 6), at, 0.1)
    horn = (np.sin(2 * np.pi * 110 * _time(2.4)) + 0.5 * np.sin(2 * np.pi * 165 * _time(2.4))) * np.sin(
        np.pi * _time(2.4) / 2.4
    )
    _put(sound, np.asarray(horn), 8, 0.16)
    return sound


def storm(seconds: float) -> Sound:
    """Wind in gusts, breaking waves, thunder, a siren far off."""
    sound = (
        _noise(seconds, 60, 1400, 2) * _swell(seconds, 3.3, 0.4) * 0.7 + _noise(seconds, 2000, 7000, 3) * 0.12
    )
    for at in (2.5, 9.0):
        roll = _noise(3.5, 25, 140, 4) * np.exp(-1.1 * _time(3.5))
        _put(sound, np.asarray(roll), at + 0.5, 1.0)
    time = _time(seconds)
    siren = np.sin(2 * np.pi * np.cumsum(430 + 110 * np.sin(2 * np.pi * time / 5)) / RATE)
    return np.asarray(sound + siren * 0.05)


def market(seconds: float) -> Sound:
    """Many voices, footsteps, a cup now and then."""
    sound = (
        sum(
            (
                _noise(seconds, low, high, seed) * _swell(seconds, 0.37 + seed * 0.11, 0.2, seed * 0.3)
                for seed, (low, high) in enumerate(((180, 420), (260, 700), (500, 1100), (900, 2000)), 5)
            ),
            np.zeros(int(seconds * RATE)),
        )
        * 0.26
    )
    for step in np.arange(0.3, seconds - 0.3, 0.46):
        _put(
            sound,
            np.asarray(_noise(0.07, 200, 1600, int(step * 10)) * np.exp(-50 * _time(0.07))),
            float(step),
            0.1,
        )
    for at in (3.2, 7.9, 11.3):
        _put(sound, _tone(0.5, 2600, 2580, 9), at, 0.1)
    return np.asarray(sound)


def wind(seconds: float) -> Sound:
    """Wind, and blades passing."""
    return np.asarray(
        _noise(seconds, 80, 600, 9) * _swell(seconds, 5.2, 0.45) * 0.5
        + _noise(seconds, 300, 1200, 10) * _swell(seconds, 1.3, 0.05) * 0.22
    )


def laboratory(seconds: float) -> Sound:
    """A pump's hum and bubbles."""
    time = _time(seconds)
    sound = (
        0.14 * np.sin(2 * np.pi * 98 * time)
        + 0.06 * np.sin(2 * np.pi * 196 * time)
        + _noise(seconds, 200, 900, 11) * 0.07
    )
    chance = np.random.default_rng(12)
    for at in np.cumsum(chance.uniform(0.08, 0.4, int(seconds * 3))):
        if at < seconds - 0.2:
            start = float(chance.uniform(350, 800))
            _put(sound, _tone(0.09, start, start * 1.8, 20), float(at), 0.13)
    return np.asarray(sound)


def match(seconds: float) -> Sound:
    """A crowd that swells and roars at the goal, a whistle."""
    time = _time(seconds)
    roar = 0.35 + 0.65 / (1 + np.exp(-(time - 6.4) * 3)) * np.exp(-np.maximum(0, time - 9) * 0.12)
    sound = (_noise(seconds, 250, 1800, 13) + 0.6 * _noise(seconds, 120, 600, 14)) * roar * 0.6
    _put(sound, np.asarray(_tone(0.12, 180, 90, 20)), 5.0, 0.9)
    _put(
        sound,
        np.asarray(
            np.sin(2 * np.pi * (2800 + 60 * np.sin(2 * np.pi * 28 * _time(0.6))) * _time(0.6))
            * np.sin(np.pi * _time(0.6) / 0.6)
        ),
        0.4,
        0.08,
    )
    return np.asarray(sound)


def write_sound(sound: Sound, path: Path, loud: float = 0.32) -> None:
    """Write a mono WAV file with soft ends, at a quiet level."""
    count = len(sound)
    edge = np.minimum(1, np.minimum(np.arange(count), np.arange(count)[::-1]) / (0.6 * RATE))
    levelled = sound / (np.abs(sound).max() + 1e-9) * edge * loud
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((levelled * 32767).astype("<i2").tobytes())
