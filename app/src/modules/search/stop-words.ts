/**
 * Words that stand in almost every Indonesian text and say nothing of what it is about; PostgreSQL has no such list.
 * They are left out of what is asked for, and kept in the index, so that a quoted sentence is found as it stands.
 */
const list = `ada adalah agar akan aku anda antara apa apabila apakah atas atau bagi bagaimana bahwa banyak beberapa begitu belum
berapa bila bisa boleh buat bukan cara dalam dan dapat dari daripada demi dengan di dia dimana guna hal hampir hanya harus hingga
ia ialah ini itu jadi jika juga kah kala kalau kami kapan karena ke kemudian kenapa kepada ketika kita lagi lain lalu lebih maka
mana masih maupun melalui mengapa menjadi menurut mereka mungkin namun nya oleh pada paling para per perlu pernah pula pun saat
saja sambil sampai sangat saya se seandainya sebab sebagai sebelum sebuah secara sedang sedangkan sehingga sejak sekali sekitar
selain selama semua seorang seperti serta sesuatu sesudah setelah setiap suatu sudah supaya tapi telah tentang tentu terhadap
tersebut tetapi tiap untuk walaupun yaitu yakni yang`

export const stopWords: ReadonlySet<string> = new Set(list.split(/\s+/))
