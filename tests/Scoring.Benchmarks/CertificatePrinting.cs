// Certificates a second on one core, their size and the memory of a long batch, beside PDFsharp alone setting the same strings with the whole fonts.
using System.Globalization;
using System.Security.Cryptography;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;
using Scoring.Core.Certificates;
using Scoring.Display.Certificates;
using Scoring.Display.Certificates.Fonts;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Benchmarks;

internal sealed class CertificatePrinting(int amount)
{
    private const int Batch = 500;
    private readonly FontBook fonts = FontBook.Load(FontBook.UsualPlaces(AppContext.BaseDirectory));
    private readonly List<CertificateToPrint> certificates = [];

    public IEnumerable<Row> Run()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        certificates.AddRange(Enumerable.Range(1, Batch).Select(i => Certificate(i, key)));
        var painter = new CertificatePainter(fonts);
        GlobalFontSettings.FontResolver ??= new WholeFonts(fonts);
        Single(painter, 20);
        Bare(20, together: false);

        // Taken in turns and the best of each, so that what else the machine does falls on all alike.
        var best = new double[5];
        for (var turn = 0; turn < 3; turn++)
        {
            double[] now = [Single(painter, 200), Bare(200, together: false), Merged(painter, Batch), Bare(Batch, together: true), TextAlone(painter, Batch)];
            best = [.. best.Zip(now, Math.Max)];
        }

        yield return new("certificates, a file each, beside PDFsharp", best[0], "1/s core", best[1], ">= 1.5");
        yield return new("certificates, one file of 500, beside it", best[2], "1/s core", best[3], "");
        yield return new("the same without ground and QR, text alone", best[4], "1/s core", best[3], "");

        var sizes = certificates.Select(c => painter.Paint(CertificateTemplates.Festive, c.Facts, c.QrText).Length / 1024.0).Order().ToList();
        yield return new("a festive file, mean", sizes.Average(), "KB", 35, "<= 1", Text($"smallest {sizes[0]:0.0}, largest {sizes[^1]:0.0} KB"));

        var (small, _) = Memory(painter, amount / 10);
        var (large, bytes) = Memory(painter, amount);
        yield return new($"memory beside the fonts, one file of {amount}", large, "MB", bytes / 1024.0 / 1024, "<= 0.1", Text($"limit is the file; {small:0.00} MB for {amount / 10}"));
    }

    private double Single(CertificatePainter painter, int count) => PerSecond(count, () =>
    {
        foreach (var (facts, qr) in certificates.Take(count))
        {
            painter.Paint(CertificateTemplates.Festive, facts, qr);
        }
    });

    private double Merged(CertificatePainter painter, int count) =>
        PerSecond(count, () => painter.PaintAll(CertificateTemplates.Festive, certificates.Take(count), Stream.Null, "证书"));

    private double TextAlone(CertificatePainter painter, int count)
    {
        var template = CertificateTemplates.Overprint with { Elements = [.. CertificateTemplates.Overprint.Elements.Where(element => element is not QrElement)] };
        return PerSecond(count, () => painter.PaintAll(template, certificates.Take(count), Stream.Null, "证书"));
    }

    private double Bare(int count, bool together) => PerSecond(count, () =>
    {
        var document = new PdfDocument();
        var used = new Dictionary<(string, double), XFont>();
        foreach (var (facts, _) in certificates.Take(count))
        {
            var page = document.AddPage();
            page.Width = XUnit.FromMillimeter(297);
            page.Height = XUnit.FromMillimeter(210);
            using (var paper = XGraphics.FromPdfPage(page, XGraphicsUnit.Millimeter))
            {
                foreach (var text in CertificateLayout.Lay(CertificateTemplates.Overprint, facts, null, fonts).Foreground.OfType<PlacedText>().Where(text => !text.ScreenOnly))
                {
                    var face = text.Glyphs[0].Face.PostScriptName;
                    if (!used.TryGetValue((face, text.Size), out var font))
                    {
                        used[(face, text.Size)] = font = new XFont(face, text.Size);
                    }

                    paper.DrawString(text.Text, font, XBrushes.Black, text.Glyphs[0].X, text.Baseline);
                }
            }

            if (!together)
            {
                document.Save(new MemoryStream());
                document = new();
                used.Clear();
            }
        }

        if (together)
        {
            document.Save(new MemoryStream());
        }
    });

    /// <summary>The most that lives beside the fonts while so many are painted into one file.</summary>
    private (double Megabytes, long Written) Memory(CertificatePainter painter, int count)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        using var counted = new Counted();
        painter.PaintAll(CertificateTemplates.Festive, Enumerable.Range(0, count).Select(i =>
        {
            if (i % (count / 10) == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }

            var of = certificates[i % Batch];
            return of with { Facts = of.Facts with { Number = CertificateNumber.Write("YDB2026", "DG", i + 1) } };
        }), counted, "证书");
        return (Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / 1024, counted.Length);
    }

    private static double PerSecond(int count, Action work)
    {
        var used = Environment.CpuUsage.TotalTime;
        work();
        return count / (Environment.CpuUsage.TotalTime - used).TotalSeconds;
    }

    public static CertificateToPrint Certificate(int i, ECDsa key)
    {
        const string Family = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许", Given = "建国志远伟强军丽敏静磊洋勇艳杰娟涛明超秀霞平刚桂英";
        var name = $"{Family[i % Family.Length]}{Given[i * 7 % Given.Length]}{(i % 3 == 0 ? "" : Given[i * 13 % Given.Length])}";
        var facts = new CertificateFacts(
            CertificateNumber.Write("YDB2026", "DG", i), "荣誉证书", name, $"安阳{Given[i * 3 % Given.Length]}{Given[i * 5 % Given.Length]}电气有限公司", "电工", "一等奖",
            "2026年安阳市先进制造业劳动技能竞赛暨第一届“殷都杯”职工技能大赛", ["安阳市总工会", "安阳市工业和信息化局", "安阳市人力资源和社会保障局"], new DateOnly(2026, 4, 23));
        return new(facts, VerificationLink.Write(new Uri("http://192.168.1.10:5080"), SignedCertificate.Sign(facts, key)));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gives PDFsharp the same fonts, whole.</summary>
    private sealed class WholeFonts(FontBook fonts) : IFontResolver
    {
        private readonly Dictionary<string, byte[]> files = [];

        public byte[] GetFont(string faceName) =>
            files.TryGetValue(faceName, out var bytes) ? bytes : files[faceName] = File.ReadAllBytes(fonts.Faces.First(face => face.PostScriptName == faceName).Path);

        public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) => new(familyName);
    }

    private sealed class Counted : Stream
    {
        private long length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => length;

        public override long Position { get => length; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override void Write(byte[] buffer, int offset, int count) => length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => length += buffer.Length;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
