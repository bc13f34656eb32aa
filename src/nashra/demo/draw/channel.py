"""The demo's live channel: a loop of the clips as HLS in two sizes."""

import math
import re
import subprocess
import tempfile
from itertools import pairwise
from pathlib import Path

import skia
from PIL import Image

from nashra.demo.draw.album import MEDIA
from nashra.demo.draw.canvas import Sheet, along, polygon
from nashra.demo.draw.film import FRAME_HEIGHT, FRAME_WIDTH, RATE

ORDER = ("clip-harbour", "clip-windfarm", "clip-market", "clip-lab", "clip-storm", "clip-match")
SECONDS, SEGMENT = 42, 4
STARTS = {"clip-match": 3.0, "clip-storm": 1.0, "clip-windfarm": 4.5}


def _lower_third(path: Path) -> None:
    sheet = Sheet("lower-third", FRAME_WIDTH, FRAME_HEIGHT)
    sheet.canvas.clear(0)
    sheet.area(
        [(0, 466), (560, 466), (536, 512), (0, 512)],
        along((0, 0), (560, 0), ("#0d2a4aee", "#12406aee", "#12406a99")),
    )
    sheet.area([(560, 466), (590, 466), (566, 512), (536, 512)], "#e0a02cee")
    sheet.area([(0, 512), (420, 512), (417, 518), (0, 518)], "#2f9fc0dd")
    sheet.shape(polygon([(56, 476), (82, 489), (56, 502)]), "#ffffffee")
    for index, wide in enumerate((180, 120)):
        sheet.box(104, 479 + index * 13, wide, 6, "#ffffff66", 3)
    raw = sheet.surface.toarray(colorType=skia.kRGBA_8888_ColorType)
    Image.fromarray(raw, "RGBA").save(path)


def _rates(playlist: Path) -> tuple[int, int]:
    """The highest and the mean rate of a playlist's segments, in bits a second."""
    lines = playlist.read_text(encoding="utf-8").splitlines()
    timed = [
        (float(length.removeprefix("#EXTINF:").rstrip(",")), (playlist.parent / name).stat().st_size * 8)
        for length, name in pairwise(lines)
        if length.startswith("#EXTINF:")
    ]
    most = max(bits / seconds for seconds, bits in timed)
    return math.ceil(most), math.ceil(sum(bits for _, bits in timed) / sum(seconds for seconds, _ in timed))


def _tell_rates(folder: Path) -> None:
    """Put measured rates into the master playlist: RFC 8216 asks for the peak, the encoder writes its aim."""
    master = folder / "master.m3u8"
    lines = master.read_text(encoding="utf-8").splitlines()
    for at, line in enumerate(lines):
        if line.startswith("#EXT-X-STREAM-INF:"):
            most, mean = _rates(folder / lines[at + 1])
            lines[at] = re.sub(r"BANDWIDTH=\d+", f"BANDWIDTH={most},AVERAGE-BANDWIDTH={mean}", line)
    master.write_text("\n".join(line for line in lines if line) + "\n", encoding="utf-8")


def write_channel(folder: Path = MEDIA / "channel", clips: Path = MEDIA / "video") -> dict[str, int]:
    """Cut the clips into one loop with a bar at its foot; gives the files' sizes in bytes."""
    missing = [key for key in ORDER if not (clips / f"{key}.mp4").is_file()]
    if missing:
        raise FileNotFoundError(f"The channel is made from the clips; film these first: {', '.join(missing)}")
    folder.mkdir(parents=True, exist_ok=True)
    for old in (*folder.glob("*.ts"), *folder.glob("*.m3u8")):
        old.unlink()
    part = SECONDS / len(ORDER)
    with tempfile.TemporaryDirectory() as work:
        bar = Path(work) / "bar.png"
        _lower_third(bar)
        command = ["ffmpeg", "-v", "error", "-y"]
        for key in ORDER:
            command += ["-ss", str(STARTS.get(key, 0.5)), "-t", str(part), "-i", str(clips / f"{key}.mp4")]
        command += ["-i", str(bar)]
        count = len(ORDER)
        joined = "".join(f"[{index}:v:0][{index}:a:0]" for index in range(count))
        graph = (
            f"{joined}concat=n={count}:v=1:a=1[film][sound];[film][{count}:v]overlay[shown];"
            f"[shown]split=2[large][wide];[wide]scale=640:360[small];[sound]asplit=2[first][second]"
        )
        command += [
            "-filter_complex",
            graph,
            "-map",
            "[large]",
            "-map",
            "[first]",
            "-map",
            "[small]",
            "-map",
            "[second]",
        ]
        command += [
            "-c:v",
            "libx264",
            "-profile:v",
            "main",
            "-preset",
            "medium",
            "-pix_fmt",
            "yuv420p",
            "-r",
            str(RATE),
        ]
        command += ["-g", str(RATE * SEGMENT), "-keyint_min", str(RATE * SEGMENT), "-sc_threshold", "0"]
        command += [
            "-b:v:0",
            "350k",
            "-maxrate:v:0",
            "450k",
            "-bufsize:v:0",
            "800k",
            "-b:v:1",
            "175k",
            "-maxrate:v:1",
            "260k",
            "-bufsize:v:1",
            "400k",
        ]
        command += [
            "-c:a",
            "aac",
            "-b:a",
            "40k",
            "-ac",
            "1",
            "-ar",
            "44100",
            "-f",
            "hls",
            "-hls_time",
            str(SEGMENT),
            "-hls_playlist_type",
            "vod",
        ]
        command += [
            "-hls_segment_filename",
            str(folder / "%v-%03d.ts"),
            "-master_pl_name",
            "master.m3u8",
            "-var_stream_map",
            "v:0,a:0,name:540p v:1,a:1,name:360p",
        ]
        subprocess.run([*command, str(folder / "%v.m3u8")], check=True)
    _tell_rates(folder)
    return {
        path.name: path.stat().st_size for path in sorted(folder.iterdir()) if path.suffix in (".ts", ".m3u8")
    }
