using StaticNet.Generator.Passes;

namespace StaticNet.Generator.Tests.Passes;

public class ImagePassTests
{
    [Fact]
    public void A_convolution_reads_and_gives_channels_last() => IrText.Check(
        ChannelsLast.Run,
        """
        %0 = input x [n,3,5,6]
        %1 = param w [4,3,2,2]
        %2 = conv stride 2,2 : %0 %1 [n,4,2,3]
        output y %2
        """,
        """
        %0 = input x [n,3,5,6]
        %1 = param w [4,3,2,2]
        %2 = permute.0,2,3,1 %0 [n,5,6,3]
        %3 = conv stride 2,2 channels last : %2 %1 [n,2,3,4]
        %4 = permute.0,3,1,2 %3 [n,4,2,3]
        output y %4
        """);

    [Fact]
    public void A_gradient_through_a_stride_goes_phase_by_phase() => IrText.Check(
        DataAsForward.Run,
        """
        %0 = input y [n,2,3,64]
        %1 = param w [64,16,4,3]
        %2 = conv.data stride 2,2 pad 1:1,1:0 channels last : %0 %1 [n,4,6,16]
        output x %2
        """,
        """
        %0 = input y [n,2,3,64]
        %1 = param w [64,16,4,3]
        %2 = pad.1 before 1 after 1 : %0 [n,4,3,64]
        %3 = pad.2 before 0 after 1 : %2 [n,4,4,64]
        %4 = permute.1,0,2,3 : %1 [16,64,4,3]
        %5 = conv.phases stride 2,2 pad 3:3,1:2 channels last : %3 %4 [n,4,6,16]
        output x %5
        """);

    [Fact]
    public void Permutations_sink_through_maps_until_they_meet_their_inverse() => IrText.Check(
        graph => FoldPermutes.Run(SinkPermutes.Run(graph)),
        """
        %0 = input x [n,5,6,3]
        %1 = param b [3,1,1]
        %2 = permute.0,3,1,2 %0 [n,3,5,6]
        %3 = map max(a + b, 0) : %2 %1 [n,3,5,6]
        %4 = permute.0,2,3,1 %3 [n,5,6,3]
        output y %4
        """,
        """
        %0 = input x [n,5,6,3]
        %1 = param b [3,1,1]
        %2 = reshape [1,3,1,1] : %1 [1,3,1,1]
        %3 = reshape [1,1,1,3] : %2 [1,1,1,3]
        %4 = map max(a + b, 0) : %0 %3 [n,5,6,3]
        output y %4
        """);

    [Fact]
    public void One_permuted_operand_of_two_sinks_where_its_inverse_follows() => IrText.Check(
        graph => FoldPermutes.Run(SinkPermutes.Run(graph)),
        """
        %0 = input x [n,5,6,3]
        %1 = input y [n,3,5,6]
        %2 = permute.0,3,1,2 %0 [n,3,5,6]
        %3 = map a * b : %2 %1 [n,3,5,6]
        %4 = permute.0,2,3,1 %3 [n,5,6,3]
        %5 = sum.0,2,3 %3 [1,3,1,1]
        output y %4
        output z %5
        """,
        """
        %0 = input x [n,5,6,3]
        %1 = input y [n,3,5,6]
        %2 = permute.0,2,3,1 %1 [n,5,6,3]
        %3 = map a * b : %0 %2 [n,5,6,3]
        %4 = sum.0,1,2 %3 [1,1,1,3]
        %5 = reshape [1,3,1,1] : %4 [1,3,1,1]
        output y %3
        output z %5
        """);

    [Fact]
    public void One_permuted_operand_of_two_stays_where_nothing_is_gained() => IrText.Keeps(
        graph => FoldPermutes.Run(SinkPermutes.Run(graph)),
        """
        %0 = input x [n,5,6,3]
        %1 = input y [n,3,5,6]
        %2 = permute.0,3,1,2 %0 [n,3,5,6]
        %3 = map a * b : %2 %1 [n,3,5,6]
        output y %3
        """);

    [Fact]
    public void A_permutation_of_single_elements_is_a_reshape() => IrText.Check(
        FoldPermutes.Run,
        """
        %0 = input x [n,1,5,6]
        %1 = permute.0,2,3,1 %0 [n,5,6,1]
        output y %1
        """,
        """
        %0 = input x [n,1,5,6]
        %1 = reshape [n,5,6,1] : %0 [n,5,6,1]
        output y %1
        """);

    [Fact]
    public void Padding_is_written_before_a_convolution() => IrText.Check(
        PadWindows.Run,
        """
        %0 = input x [n,5,6,3]
        %1 = param w [4,3,3,3]
        %2 = conv pad 1:1,0:2 channels last : %0 %1 [n,5,6,4]
        output y %2
        """,
        """
        %0 = input x [n,5,6,3]
        %1 = param w [4,3,3,3]
        %2 = pad.1 before 1 after 1 : %0 [n,7,6,3]
        %3 = pad.2 before 0 after 2 : %2 [n,7,8,3]
        %4 = conv channels last : %3 %1 [n,5,6,4]
        output y %4
        """);

    [Fact]
    public void The_gradient_by_the_input_is_a_convolution_with_the_windows_turned_around() => IrText.Check(
        DataAsForward.Run,
        """
        %0 = input y [n,3,3,4]
        %1 = param w [4,3,3,3]
        %2 = conv.data pad 1:1,1:1 channels last : %0 %1 [n,3,3,3]
        output x %2
        """,
        """
        %0 = input y [n,3,3,4]
        %1 = param w [4,3,3,3]
        %2 = pad.1 before 1 after 1 : %0 [n,5,3,4]
        %3 = pad.2 before 1 after 1 : %2 [n,5,5,4]
        %4 = slice.2 start 2 length 3 step -1 : %1 [4,3,3,3]
        %5 = slice.3 start 2 length 3 step -1 : %4 [4,3,3,3]
        %6 = permute.1,0,2,3 %5 [3,4,3,3]
        %7 = conv channels last : %3 %6 [n,3,3,3]
        output x %7
        """);

    [Fact]
    public void Behind_a_stride_its_units_are_the_phases() => IrText.Check(
        DataAsForward.Run,
        """
        %0 = input y [n,2,4]
        %1 = param w [4,3,3]
        %2 = conv.data stride 2 pad 1:1 channels last : %0 %1 [n,3,3]
        output x %2
        """,
        """
        %0 = input y [n,2,4]
        %1 = param w [4,3,3]
        %2 = pad.1 before 0 after 1 : %0 [n,3,4]
        %3 = permute.2,1,0 %1 [3,3,4]
        %4 = pad.0 before 1 after 0 : %3 [4,3,4]
        %5 = reshape [2,2,3,4] : %4 [2,2,3,4]
        %6 = slice.0 start 1 length 2 step -1 : %5 [2,2,3,4]
        %7 = permute.1,2,3,0 %6 [2,3,4,2]
        %8 = reshape [6,4,2] : %7 [6,4,2]
        %9 = conv channels last : %2 %8 [n,2,6]
        %10 = reshape [n,2,2,3] : %9 [n,2,2,3]
        %11 = reshape [n,4,3] : %10 [n,4,3]
        %12 = slice.1 start 0 length 3 : %11 [n,3,3]
        output x %12
        """);

    [Fact]
    public void Groups_are_convolutions_of_their_own() => IrText.Check(
        SplitGroups.Run,
        """
        %0 = input x [n,5,6,4]
        %1 = param w [6,2,3,3]
        %2 = conv groups 2 channels last : %0 %1 [n,3,4,6]
        output y %2
        """,
        """
        %0 = input x [n,5,6,4]
        %1 = param w [6,2,3,3]
        %2 = slice.3 start 0 length 2 : %0 [n,5,6,2]
        %3 = slice.3 start 2 length 2 : %0 [n,5,6,2]
        %4 = slice.0 start 0 length 3 : %1 [3,2,3,3]
        %5 = slice.0 start 3 length 3 : %1 [3,2,3,3]
        %6 = conv channels last : %2 %4 [n,3,4,3]
        %7 = conv channels last : %3 %5 [n,3,4,3]
        %8 = pad.3 before 0 after 3 : %6 [n,3,4,6]
        %9 = pad.3 before 3 after 0 : %7 [n,3,4,6]
        %10 = map a + b : %8 %9 [n,3,4,6]
        output y %10
        """);

    [Fact]
    public void Windows_for_each_channel_stay_together() => IrText.Keeps(
        SplitGroups.Run,
        """
        %0 = input x [n,5,6,4]
        %1 = param w [4,1,3,3]
        %2 = conv groups 4 channels last : %0 %1 [n,3,4,4]
        output y %2
        """);
}
