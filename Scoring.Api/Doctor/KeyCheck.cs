using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Scoring.Api.Doctor;

/// <summary>Whether certificates can be signed here, and how long the venue's https is good for.</summary>
public static class KeyCheck
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    /// <param name="make">A key as certificates are signed with.</param>
    public static Finding Signing(Func<ECDsa> make)
    {
        try
        {
            using var key = make();
            byte[] something = [1];
            return key.VerifyData(something, key.SignData(something, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256)
                ? Finding.Well("signing", "签名", "证书可以签") : Unable();
        }
        catch (CryptographicException)
        {
            return Unable();
        }
    }

    /// <param name="data">The data folder.</param>
    public static Finding Authority(string data, DateTimeOffset now)
    {
        var file = Path.Combine(data, "https", "authority.crt");
        if (!File.Exists(file))
        {
            return new("authority", "现场证书", Grade.Caution, "没有开 https", "同一网络里的人能看到密码，平板断网不能刷新。启动时加 --https，再按 /trust 页让平板信任。");
        }

        try
        {
            using var authority = X509CertificateLoader.LoadCertificateFromFile(file);
            return authority.NotBefore.ToUniversalTime() > now.UtcDateTime
                ? new("authority", "现场证书", Grade.Trouble, "还没有生效：电脑的时钟太早", "请校准电脑的日期和时间。")
                : authority.NotAfter.ToUniversalTime() - Soon < now.UtcDateTime
                ? new("authority", "现场证书", Grade.Caution, "快到期或已到期", "下一次启动会另做一张，到时每台平板都要重新信任一次（/trust 页）。")
                : Finding.Well("authority", "现场证书", $"有效到 {authority.NotAfter:yyyy-MM-dd}");
        }
        catch (CryptographicException)
        {
            return new("authority", "现场证书", Grade.Trouble, "文件损坏", "把数据文件夹的 https 从备份里恢复；恢复不了就删掉它重新启动，每台平板要重新信任一次。");
        }
    }

    private static Finding Unable() => new("signing", "签名", Grade.Trouble, "这台电脑的系统不能做证书的签名（ECDSA P-256）",
        "评分不受影响，证书签不了。请在另一台电脑上签发，或升级系统。");
}
