namespace StaticNet;

/// <summary>The first float of each slot that a rule may use.</summary>
internal readonly ref struct SlotReferences(ref float slot0, ref float slot1, ref float slot2, ref float slot3)
{
    public readonly ref float Slot0 = ref slot0;
    public readonly ref float Slot1 = ref slot1;
    public readonly ref float Slot2 = ref slot2;
    public readonly ref float Slot3 = ref slot3;
}
