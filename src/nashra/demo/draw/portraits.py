"""The portraits of the demo newsroom's journalists."""

from nashra.demo.draw.faces import Face

PORTRAITS: dict[str, Face] = {
    "mona-tarrab": Face("#dba880", "#9a9794", "bob", "#2f3f5c", "blazer", "#f4ecd9", ("#d9b98c", "#8a5f4a"), age=0.75, glasses="gold", lips="#a84a48", brow=0.8, smile=0.5),
    "elias-corden": Face("#d39a6e", "#2b1d18", "parted", "#26303f", "blazer", "#dfe6ea", ("#8fb0b8", "#3f6470"), beard="full", age=0.5, wide=1.02, smile=0.2),
    "hadi-bensal": Face("#a86c48", "#1c1413", "curly", "#3f7a55", "shirt", "#f0e6cf", ("#e9c98a", "#b5763f"), beard="stubble", smile=0.7),
    "samir-kettan": Face("#b97c54", "#1f1614", "cap", "#5a5f4a", "strap", "#e6dcc2", ("#c98f6a", "#7a4638"), beard="stubble", scarf="#2f4a5c", smile=0.4, jaw=1.04),
    "noor-velasco": Face("#d9a27a", "#15110f", "long", "#e8b83a", "roll", "#f4ecd9", ("#6f9fb4", "#2f5672"), lips="#b5504f", smile=0.6, wide=0.96, jaw=0.92),
    "dalia-rousan": Face("#c98f66", "#1f1614", "hijab", "#2a3350", "blazer", "#f4ecd9", ("#e6c9a0", "#b0805a"), scarf="#274b8f", lips="#b04a50", smile=0.55, wide=0.96),
    "ruth-almansi": Face("#f0c8a8", "#a8482a", "parted-long", "#2f5a55", "blazer", "#f6efdf", ("#b9c4a4", "#66785a"), age=0.55, lips="#b5453f", brow=0.8, eye="#3f6a5a", earrings=True),
    "clara-veyra": Face("#e6b48e", "#2a1d1a", "pixie", "#4a3f6a", "crew", "#f4ecd9", ("#a9b4d9", "#565c94"), glasses="round", smile=0.6, wide=0.95, jaw=0.9, lips="#a84f4c"),
    "owen-marrick": Face("#edc0a0", "#7a5a44", "bald", "#7a2f34", "crew", "#f4ecd9", ("#9fbf9a", "#4a7358"), beard="moustache", age=0.65, wide=1.06, jaw=1.08, eye="#3f5a74"),
    "ines-dalmar": Face("#cf9468", "#3a2219", "tail", "#d9694a", "crew", "#f4ecd9", ("#f0d3a4", "#c98a5a"), smile=0.85, wide=0.95, jaw=0.9, lips="#b04a48", earrings=True),
    "june-hathersall": Face("#f3d2b8", "#e6e1d9", "curly-long", "#4a6a86", "scarf", "#f4ecd9", ("#c9a9b4", "#86566a"), scarf="#d98a3a", age=0.95, smile=0.75, brow=0.7, eye="#4a6a86", lips="#b55a54"),
    "layan-shahwar": Face("#c98a60", "#54331f", "wavy", "#6a2f4a", "mandarin", "#f4ecd9", ("#e2b9a0", "#a8604f"), smile=0.5, wide=0.96, jaw=0.92, lips="#a03c44", earrings=True),
    "faris-zayt": Face("#b5774c", "#17110f", "fade", "#1f6f7c", "zip", "#f4ecd9", ("#f0b878", "#c2683f"), beard="short", smile=0.6, jaw=1.04),
    "rima-dahab": Face("#e0ae86", "#2a1d1a", "hijab-band", "#3a3f4f", "blazer", "#f4ecd9", ("#a9c2b4", "#5a7f74"), scarf="#7a2438", age=0.5, lips="#9c3d42", smile=0.4),
    "anwar-qasid": Face("#b98058", "#e9e5dc", "receding", "#3f3a35", "mandarin", "#f4ecd9", ("#c2a478", "#6f5238"), beard="full", glasses="round", age=1.0, smile=0.35),
    "lucia-berrual": Face("#e9bd96", "#5a3a24", "fringe", "#3f8a84", "crew", "#f4ecd9", ("#f3c9b0", "#c97a64"), earrings=True, smile=0.7, wide=0.96, jaw=0.9, lips="#b84a4a"),
    "mateo-olivin": Face("#d9a074", "#3a261c", "short", "#4f6a8a", "shirt", "#f4ecd9", ("#d3c9a0", "#8a8454"), beard="stubble", smile=0.5, jaw=1.03, age=0.4),
    "alba-quirant": Face("#8a5638", "#1a1210", "braid", "#e9dfc9", "crew", "#f4ecd9", ("#8fc0b4", "#3f7f78"), smile=0.8, wide=0.95, jaw=0.92, lips="#8f3f42", earrings=True),
    "joaquin-mirel": Face("#dba67e", "#9c9892", "parted", "#3a3142", "bow", "#f6efdf", ("#b0a4c0", "#65567a"), beard="moustache", age=0.85, smile=0.4, scarf="#a83a3a", wide=1.03),
}
