using StaticNet;
using StaticNet.Data;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>Which of three sources a sentence is from: words as vectors, read one after the other by RNN, LSTM and GRU.</summary>
internal sealed class Text() : Lesson(
    "text", "sentences of a novel and of presidents, old and new: embedding with RNN, LSTM and GRU, beside each other",
    "test accuracy of the best", quick: 0.72, full: 0.83)
{
    private const int Words = 30;
    private const int Vocabulary = 4000;

    // Places behind the end of a sentence, and words that the training part has seldom.
    private const int Nothing = 0, Unknown = 1;

    public override double Run(Session session)
    {
        Table table = CsvFile.Read(CourseData.Path("sentences.csv"), CsvColumn.Text("class"), CsvColumn.Text("text"));
        LabelEncoder sources = LabelEncoder.Fit(table.Texts("class"));
        int[] labels = sources.Transform(table.Texts("class"));
        string[][] sentences = [.. table.Texts("text").Select(Split)];
        DataSplit split = DataSplit.Stratified(labels, test: 0.2, validation: 0.1, seed: 1);

        // The vocabulary is the training part's, by frequency.
        Dictionary<string, int> words = split.Training.SelectMany(row => sentences[row]).GroupBy(word => word)
            .OrderByDescending(word => word.Count()).ThenBy(word => word.Key, StringComparer.Ordinal).Take(Vocabulary - 2)
            .Select((word, place) => (word.Key, Place: place + 2)).ToDictionary(word => word.Key, word => word.Place);

        // The end of a sentence is what the network reads last: what is missing stands before it.
        int[] tokens = [.. sentences.SelectMany(sentence => Enumerable.Repeat(Nothing, Words - sentence.Length).Concat(sentence.Select(word => words.GetValueOrDefault(word, Unknown))))];
        (DataSet<int, int> training, DataSet<int, int> validation, DataSet<int, int> test) = new DataSet<int, int>(tokens, labels, labels.Length).InThree(split);
        session.Say($"{training.Count} sentences to train on, {validation.Count} to validate, {test.Count} to test; {words.Count} words");

        RnnNet rnn = new(1);
        LstmNet lstm = new(1);
        GruNet gru = new(1);
        (string Name, FitHistory History, ConfusionMatrix Counts)[] runs =
        [
            Learn("RNN", new RnnNet.Trainer(rnn, Adam(), 1), data => RnnNet.Batches(data.Inputs, data.Targets, 50, seed: 1), rnn.Evaluate),
            Learn("LSTM", new LstmNet.Trainer(lstm, Adam(), 1), data => LstmNet.Batches(data.Inputs, data.Targets, 50, seed: 1), lstm.Evaluate),
            Learn("GRU", new GruNet.Trainer(gru, Adam(), 1), data => GruNet.Batches(data.Inputs, data.Targets, 50, seed: 1), gru.Evaluate),
        ];
        session.Draw("curves.png", TrainingCurves.Of("validation loss", [.. runs.Select(run => new Series(run.Name, [.. run.History.Select(epoch => epoch.ValidationLoss!.Value)]))]));
        session.Draw("confusion.png", ConfusionFigure.Of(runs.MaxBy(run => run.Counts.Value).Counts, sources.Classes));
        return runs.Max(run => run.Counts.Value);

        (string, FitHistory, ConfusionMatrix) Learn(string name, ITrainer trainer, Func<DataSet<int, int>, Batches> cut, Measurement evaluate)
        {
            FitHistory history = trainer.Fit(cut(training), new FitOptions
            {
                Epochs = session.Pick(3, 12),
                Validation = cut(validation),
                EarlyStopping = new EarlyStopping { Patience = 2 },
            });
            var counts = new ConfusionMatrix(sources.Classes.Length);
            evaluate(cut(test), ref counts);
            session.Say($"{name,-5} {history.Count,2} epochs   validation loss {history.Best.ValidationLoss:F4}   test accuracy {counts.Value:F4}   {history.Average(epoch => epoch.SamplesPerSecond):N0} sentences/s");
            return (name, history, counts);
        }
    }

    private delegate double Measurement(Batches batches, ref ConfusionMatrix counts);

    private static Adam Adam() => new(0.002) { ClipNorm = 1 };

    private static string[] Split(string sentence) =>
        [.. string.Concat(sentence.ToLowerInvariant().Select(c => char.IsLetter(c) || c == '\'' ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(Words)];
}

[Network(MaxBatch = 50), Input(30, Type = Element.Int32), Embedding(4000, 32, PaddingIndex = 0), Dropout(0.3), RNN(48), Dropout(0.3), Dense(3), SoftmaxCrossEntropy]
internal sealed partial class RnnNet;

[Network(MaxBatch = 50), Input(30, Type = Element.Int32), Embedding(4000, 32, PaddingIndex = 0), Dropout(0.3), LSTM(48), Dropout(0.3), Dense(3), SoftmaxCrossEntropy]
internal sealed partial class LstmNet;

[Network(MaxBatch = 50), Input(30, Type = Element.Int32), Embedding(4000, 32, PaddingIndex = 0), Dropout(0.3), GRU(48), Dropout(0.3), Dense(3), SoftmaxCrossEntropy]
internal sealed partial class GruNet;
