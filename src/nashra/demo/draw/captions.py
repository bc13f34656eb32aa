"""Captions of the clips in the demo's three languages: what is heard, and when."""

from pathlib import Path

type Line = tuple[float, float, dict[str, str]]

CAPTIONS: dict[str, list[Line]] = {
    "clip-harbour": [
        (
            0.5,
            3.5,
            {
                "en": "[Water laps against the quay]",
                "ar": "[يلامس الماء رصيف الميناء]",
                "es": "[El agua golpea suavemente el muelle]",
            },
        ),
        (
            4.0,
            7.5,
            {
                "en": "[Gulls call] From the crane you see who is missing.",
                "ar": "[صياح النوارس] من فوق الرافعة ترى من غاب.",
                "es": "[Gaviotas] Desde la grúa se ve quién falta.",
            },
        ),
        (
            8.0,
            11.0,
            {
                "en": "[A ship's horn in the distance]",
                "ar": "[بوق سفينة من بعيد]",
                "es": "[Sirena de un barco a lo lejos]",
            },
        ),
        (
            11.5,
            14.6,
            {
                "en": "Six weeks on, the first boats come in at dawn again.",
                "ar": "بعد ستة أسابيع عادت أولى القوارب مع الفجر.",
                "es": "Seis semanas después, las primeras barcas vuelven a entrar al amanecer.",
            },
        ),
    ],
    "clip-storm": [
        (
            0.5,
            2.4,
            {"en": "[Wind and breaking waves]", "ar": "[ريح وأمواج تتكسّر]", "es": "[Viento y oleaje]"},
        ),
        (
            2.6,
            6.0,
            {
                "en": "[Thunder] The wall holds, and then it does not.",
                "ar": "[رعد] صمد الجدار، ثم لم يصمد.",
                "es": "[Trueno] El muro aguanta; luego ya no.",
            },
        ),
        (
            6.4,
            8.8,
            {"en": "[A siren, far away]", "ar": "[صفّارة إنذار بعيدة]", "es": "[Una sirena, a lo lejos]"},
        ),
        (9.0, 11.6, {"en": "[Thunder]", "ar": "[رعد]", "es": "[Trueno]"}),
        (
            12.0,
            14.6,
            {
                "en": "The red warning waited for ninety-four minutes.",
                "ar": "انتظر الإنذار الأحمر أربعاً وتسعين دقيقة.",
                "es": "La alerta roja esperó noventa y cuatro minutos.",
            },
        ),
    ],
    "clip-market": [
        (
            0.5,
            3.0,
            {
                "en": "[Voices and footsteps under the vaults]",
                "ar": "[أصوات وخطى تحت القناطر]",
                "es": "[Voces y pasos bajo las bóvedas]",
            },
        ),
        (
            3.2,
            6.8,
            {
                "en": "[A cup is set down] The first hour belongs to the porters.",
                "ar": "[فنجان يوضع على الطاولة] الساعة الأولى للحمّالين.",
                "es": "[Una taza] La primera hora es de los mozos de carga.",
            },
        ),
        (
            7.4,
            10.8,
            {
                "en": "Saffron is weighed last, when the light is good.",
                "ar": "يوزن الزعفران آخر شيء، حين يصفو الضوء.",
                "es": "El azafrán se pesa al final, cuando hay buena luz.",
            },
        ),
        (
            11.2,
            14.6,
            {"en": "[The market grows louder]", "ar": "[يعلو ضجيج السوق]", "es": "[El mercado se anima]"},
        ),
    ],
    "clip-windfarm": [
        (
            0.5,
            3.4,
            {"en": "[Wind across the plateau]", "ar": "[ريح فوق الهضبة]", "es": "[Viento en la meseta]"},
        ),
        (
            3.8,
            7.6,
            {
                "en": "Eighty-four turbines stand on the Tamira plateau.",
                "ar": "أربع وثمانون توربينة على هضبة تميرة.",
                "es": "Ochenta y cuatro aerogeneradores en la meseta de Tamira.",
            },
        ),
        (
            8.4,
            11.4,
            {
                "en": "[The blades pass, one by one]",
                "ar": "[تمرّ الشفرات واحدة بعد أخرى]",
                "es": "[Las palas pasan, una a una]",
            },
        ),
        (
            11.8,
            15.6,
            {
                "en": "In a good wind they give 504 megawatts.",
                "ar": "وفي الريح الطيبة تعطي 504 ميغاواط.",
                "es": "Con buen viento dan 504 megavatios.",
            },
        ),
    ],
    "clip-lab": [
        (
            0.5,
            3.4,
            {
                "en": "[A pump hums, water bubbles]",
                "ar": "[أزيز مضخة وفقاعات ماء]",
                "es": "[Zumba una bomba, borbotea el agua]",
            },
        ),
        (
            3.8,
            7.6,
            {
                "en": "Sea water goes in on the left.",
                "ar": "يدخل ماء البحر من اليسار.",
                "es": "El agua de mar entra por la izquierda.",
            },
        ),
        (
            8.0,
            13.6,
            {
                "en": "What comes out on the right can be drunk.",
                "ar": "وما يخرج من اليمين صالح للشرب.",
                "es": "La que sale por la derecha se puede beber.",
            },
        ),
    ],
    "clip-match": [
        (
            0.3,
            2.4,
            {
                "en": "[Whistle] Eighty-seventh minute, one all.",
                "ar": "[صافرة] الدقيقة السابعة والثمانون، والتعادل قائم.",
                "es": "[Silbato] Minuto ochenta y siete, empate a uno.",
            },
        ),
        (2.8, 4.8, {"en": "Dosso, still Dosso…", "ar": "دوسو، ما زالت دوسو…", "es": "Dosso, sigue Dosso…"}),
        (5.0, 6.3, {"en": "She shoots!", "ar": "تسدّد!", "es": "¡Dispara!"}),
        (
            6.5,
            12.6,
            {
                "en": "[The crowd roars] Two–one to the Gulls!",
                "ar": "[هدير الجمهور] النوارس تتقدّم بهدفين لهدف!",
                "es": "[Ruge el público] ¡Dos a uno para las Gaviotas!",
            },
        ),
    ],
}


def _clock(seconds: float) -> str:
    return f"00:00:{int(seconds):02d}.{round(seconds % 1 * 1000):03d}"


def write_captions(key: str, lines: list[Line], folder: Path) -> dict[str, int]:
    """Write one WebVTT file for each language; gives their sizes in bytes."""
    sizes = {}
    for language in ("en", "ar", "es"):
        cues = [f"{_clock(start)} --> {_clock(end)}\n{said[language]}\n" for start, end, said in lines]
        path = folder / f"{key}.{language}.vtt"
        path.write_text("WEBVTT\n\n" + "\n".join(cues), encoding="utf-8")
        sizes[path.name] = path.stat().st_size
    return sizes
